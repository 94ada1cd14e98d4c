using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Tests.Feedback;

public sealed class ReadRemindersTests
{
    private readonly World _world = new();

    [Fact]
    public async Task A_leader_is_reminded_of_those_without_a_leaders_note_in_the_quarter()
    {
        _world.Add(Some.Employee("peg-0002"), Some.Employee("peg-0003"), Some.Employee("peg-0004", "peg-other"));
        await GiveAsync("peg-head", "peg-0001", GiverRole.Leader);
        await GiveAsync("peg-0003", "peg-0002", GiverRole.Peer);
        var reminder =
            (await _world.ReadReminders.OfLeaderAsync(
                Some.AgencyId, Some.Quarter, Some.Person("peg-head"), default)).Value;
        Assert.Equal(["peg-0002", "peg-0003"], reminder.NotHeard.Select(e => e.Id.ToString()));
        Assert.Equal(3, reminder.Rated);
    }

    [Fact]
    public async Task Who_left_or_began_on_the_quarters_last_day_or_later_is_not_owed_any()
    {
        _world.Add(
            Some.Employee() with { Active = false },
            Some.Employee("peg-0002") with { StartedOn = new LocalDate(2026, 3, 31) });
        _world.Add(Some.Employee("peg-0003") with { StartedOn = new LocalDate(2026, 3, 30) });
        _world.Clock.MoveTo(Some.At("2026-03-31T05:00:00Z"));
        var reminder =
            (await _world.ReadReminders.OfLeaderAsync(
                Some.AgencyId, Some.Quarter, Some.Person("peg-head"), default)).Value;
        Assert.Equal("peg-0003", Assert.Single(reminder.NotHeard).Id.ToString());
    }

    [Fact]
    public async Task Raters_who_gave_nobody_anything_are_listed_with_how_many_they_rate()
    {
        _world.Add(Some.Employee("peg-0002", "peg-0001"), Some.Employee("peg-0003", "peg-0001"));
        await GiveAsync("peg-head", "peg-0001", GiverRole.Leader);
        var page = (await _world.ReadReminders.SilentAsync(Some.AgencyId, Some.Quarter, null, default)).Value;
        Assert.Equal(new SilentRater(Some.Person(), 2), Assert.Single(page.Raters));
        Assert.Null(page.Next);
    }

    [Fact]
    public async Task Silent_raters_come_a_hundred_a_page_each_of_them_once()
    {
        _world.Workforce.Employees.Clear();
        for (var i = 0; i < 250; i++)
        {
            _world.Add(Some.Employee($"peg-{i:D4}", $"bos-{i:D4}"));
        }

        var (seen, after) = (new List<string>(), (EmployeeId?)null);
        do
        {
            var page = (await _world.ReadReminders.SilentAsync(Some.AgencyId, Some.Quarter, after, default)).Value;
            Assert.InRange(page.Raters.Count, 1, 100);
            seen.AddRange(page.Raters.Select(r => r.RaterId.ToString()));
            after = page.Next;
        }
        while (after is not null);
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"bos-{i:D4}"), seen);
    }

    [Fact]
    public async Task Nobody_is_reminded_of_a_quarter_to_come_or_of_nobody()
    {
        var next = new Quarter(2026, 2);
        Refused.Is(
            RefusalCodes.PeriodNotStarted,
            await _world.ReadReminders.OfLeaderAsync(Some.AgencyId, next, Some.Person("peg-head"), default));
        Refused.Is(
            RefusalCodes.PeriodNotStarted, await _world.ReadReminders.SilentAsync(Some.AgencyId, next, null, default));
        Refused.Is(
            RefusalCodes.UnknownAgency,
            await _world.ReadReminders.SilentAsync(Some.OtherAgencyId, Some.Quarter, null, default));
        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await _world.ReadReminders.OfLeaderAsync(Some.AgencyId, Some.Quarter, Some.Person("peg-nobody"), default));
    }

    private async Task GiveAsync(string giver, string receiver, GiverRole role)
    {
        var claim = Some.Feedback($"note-{giver}-{receiver}")
            with
        { GiverId = Some.Person(giver), ReceiverId = Some.Person(receiver), Role = role };
        Assert.Null((await _world.SubmitFeedback.SubmitAsync(Some.Actor, claim, default)).Refusal);
    }
}
