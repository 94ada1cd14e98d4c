using Kinerja.Application.Events;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Events;

/// <summary>Events that are given out again.</summary>
public sealed class ReadEventsTests
{
    private static readonly AgencyId Ministry = AgencyId.Parse("kementerian").Value;

    private readonly World _world = new();
    private readonly FakeEventLog _log = new();

    public ReadEventsTests() => _world.Add(Some.Agency());

    [Theory]
    [InlineData("rankings", EventTypes.RankingPublished, true)]
    [InlineData("rankings", EventTypes.RankingSuperseded, true)]
    [InlineData("rankings", EventTypes.RankingPage, true)]
    [InlineData("rankings", EventTypes.NoticeGiven, false)]
    [InlineData("rankings", EventTypes.ReviewOpened, false)]
    [InlineData("all-events", EventTypes.NoticeGiven, true)]
    public void A_subscription_takes_what_the_topic_sends_it(string name, string type, bool taken) =>
        Assert.Equal(taken, Subscription.All[name].Takes(EventOf(1, type)));

    [Fact]
    public async Task An_agency_reads_all_of_its_own_and_a_ministry_what_it_is_subscribed_to()
    {
        await FillAsync(6, n => n % 2 == 0 ? EventTypes.RankingPage : EventTypes.NoticeGiven);

        var own = await ReadAsync(Some.AgencyId, [], 0);
        var ministry = await ReadAsync(Ministry, ["rankings", "no-such-subscription"], 0);
        var none = await ExecuteAsync(Some.AgencyId, Ministry, ["no-such-subscription"], 0);
        var nowhere = await ExecuteAsync(AgencyId.Parse("nowhere").Value, Ministry, ["rankings"], 0);

        Assert.Equal([1, 2, 3, 4, 5, 6], Numbers(own));
        Assert.Equal([2, 4, 6], Numbers(ministry));
        Assert.Equal((6, false), (ministry.Last, ministry.More));
        Assert.Equal(RefusalCodes.WrongAgency, none.Refusal!.Code);
        Assert.Equal(RefusalCodes.UnknownAgency, nowhere.Refusal!.Code);
    }

    [Fact]
    public async Task Whoever_goes_on_after_the_last_number_reads_every_event_once()
    {
        await FillAsync(2500, n => n % 700 == 0 ? EventTypes.RankingPage : EventTypes.NoticeGiven);

        foreach (var (reader, wanted) in new[] { (Some.AgencyId, 2500), (Ministry, 3) })
        {
            var (read, after, more) = (new List<long>(), 0L, true);
            while (more)
            {
                var page = await ReadAsync(reader, ["rankings"], after);
                Assert.True(page.Events.Count <= ReadEvents.MostEvents);
                Assert.True(page.Last - after <= ReadEvents.MostLookedAt);
                read.AddRange(Numbers(page));
                (after, more) = (page.Last, page.More);
            }

            Assert.Equal(wanted, read.Distinct().Count());
            Assert.Equal(read.Order(), read);
            Assert.Equal(wanted, read.Count);
        }
    }

    [Fact]
    public async Task A_page_ends_when_its_data_are_large_enough()
    {
        await FillAsync(10, _ => EventTypes.RankingPage, bytes: 400_000);

        var first = await ReadAsync(Some.AgencyId, [], 0);

        Assert.Equal([1, 2, 3], Numbers(first));
        Assert.True(first.More);
    }

    private static IEnumerable<long> Numbers(EventPage page) => page.Events.Select(e => e.Number!.Value);

    private static OutgoingEvent EventOf(int n, string type, int bytes = 2) => new(
        $"e-{n}", type, Some.AgencyId, Some.Quarter, Some.Morning, new byte[bytes]);

    private Task FillAsync(int count, Func<int, string> typeOf, int bytes = 2) => _log.NumberAsync(
        [.. Enumerable.Range(1, count).Select(n => EventOf(n, typeOf(n), bytes))], default);

    private async Task<EventPage> ReadAsync(AgencyId reader, string[] subscriptions, long after) =>
        (await ExecuteAsync(Some.AgencyId, reader, subscriptions, after)).Value;

    private Task<Result<EventPage>> ExecuteAsync(
        AgencyId agency, AgencyId reader, string[] subscriptions, long after) =>
        new ReadEvents(_world.AgencyDirectory, _log).ExecuteAsync(agency, reader, subscriptions, after, default);
}
