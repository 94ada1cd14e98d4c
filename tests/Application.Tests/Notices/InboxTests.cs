using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Domain;
using Kinerja.Domain.Notices;
using NodaTime;

namespace Kinerja.Application.Tests.Notices;

/// <summary>What is told reaches the inbox once, whatever the bus does, and is read and marked by its person.</summary>
public sealed class InboxTests
{
    private static readonly OutboxPlace Place = new("Objections", "menpanrb");

    private readonly World _world = new();

    [Fact]
    public void A_notice_that_was_sent_is_read_as_it_was_told() => Always.HoldsFor(random =>
    {
        var notice = Any(random);
        Assert.Equal(notice, NoticeEvents.Read(NoticeEvents.Of([notice], Place).Single()));
    });

    [Fact]
    public async Task The_inbox_has_it_while_the_bus_does_not_answer_and_not_twice_when_it_does()
    {
        var news = NoticeEvents.Of([Told()], Place);
        _world.Outbox.AddAll(news);
        _world.Events.FailsAfter = 0;

        await _world.Tell.SendAllAsync(Some.AgencyId, news, default);
        Assert.Equal([Told()], _world.Inboxes.Of(Some.Person()));
        Assert.Empty(_world.Events.InOrder);

        Assert.Equal(1, await _world.Tell.SendUnsentAsync(default));
        Assert.Equal([Told()], _world.Inboxes.Of(Some.Person()));
        Assert.Equal(EventTypes.NoticeGiven, Assert.Single(_world.Events.InOrder).Type);
        Assert.Empty(_world.Outbox.Rows);
    }

    [Fact]
    public async Task Pages_hold_every_item_once_the_newest_first()
    {
        await _world.Inboxes.AddAsync([.. Enumerable.Range(0, 7).Select(i => Told(i))], default);
        await _world.Inboxes.AddAsync([Told(3) with { EmployeeId = Some.Person("peg-head") }], default);

        var (found, after) = (new List<Instant>(), (string?)null);
        do
        {
            var page = (await _world.ReadInbox.ListAsync(
                Some.AgencyId, Some.Person(), false, after, 3, default)).Value;
            Assert.Equal(7, page.Unseen);
            found.AddRange(page.Page.Items.Select(item => item.Notice.At));
            after = page.Page.Next;
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(0, 7).Reverse().Select(i => Told(i).At), found);
    }

    [Fact]
    public async Task What_was_seen_is_marked_once_and_told_again_stays_seen()
    {
        await _world.Inboxes.AddAsync([Told(0), Told(1)], default);
        var id = InboxKeys.Id(Told(0));
        Assert.Equal(1, (await SeenAsync(id, "not-there")).Value);
        var first = (await _world.Inboxes.FindAsync(Some.AgencyId, Some.Person(), id, default))!.SeenAt;

        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await _world.Inboxes.AddAsync([Told(0)], default);
        Assert.Equal(1, (await SeenAsync(id, id)).Value);
        Assert.Equal(first, (await _world.Inboxes.FindAsync(Some.AgencyId, Some.Person(), id, default))!.SeenAt);
        var unseen = await _world.ReadInbox.ListAsync(Some.AgencyId, Some.Person(), true, null, 9, default);
        Assert.Equal(Told(1), Assert.Single(unseen.Value.Page.Items).Notice);
    }

    [Fact]
    public async Task A_person_who_is_not_registered_has_no_inbox() => Refused.Is(
        RefusalCodes.UnknownEmployee,
        await _world.ReadInbox.ListAsync(Some.AgencyId, Some.Person("tidak-ada"), false, null, 9, default));

    /// <summary>Every code has words in both languages, and no place in them stays empty.</summary>
    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_code_says_itself_in_both_languages(NoticeCode code)
    {
        var notice = Any(new Random(7)) with { Code = code };
        var (english, indonesian) = (NoticeTexts.Of(notice, false), NoticeTexts.Of(notice, true));
        Assert.NotEqual(english, indonesian);
        Assert.All([english, indonesian], text => Assert.DoesNotContain("  ", text, StringComparison.Ordinal));
    }

    public static TheoryData<NoticeCode> Codes => new(Enum.GetValues<NoticeCode>());

    private Task<Result<int>> SeenAsync(params string[] ids) =>
        _world.ReadInbox.MarkSeenAsync(Some.AgencyId, Some.Person(), ids, default);

    private static Notice Told(int minute = 0) => new(
        Some.AgencyId, Some.Person(), NoticeCode.CorrectionDecided,
        new() { Date = new(2026, 2, 3), Reference = "koreksi-1", Outcome = "approved" },
        Some.Morning + Duration.FromMinutes(minute));

    private static Notice Any(Random random) => new(
        Some.AgencyId, Some.Person($"peg-{random.Next(1000, 9999)}"),
        (NoticeCode)random.Next(Enum.GetValues<NoticeCode>().Length),
        new()
        {
            EmployeeId = Some.Person("peg-head"),
            Period = Some.Quarter,
            Date = new LocalDate(2026, 1, 1).PlusDays(random.Next(90)),
            Reference = "keberatan-1",
            Outcome = "kept",
            DueOn = new LocalDate(2026, 4, 1).PlusDays(random.Next(90)),
            Count = random.Next(1, 50),
            Until = Some.Morning + Duration.FromTicks(random.Next()),
        },
        Some.Morning + Duration.FromTicks(random.Next()));
}
