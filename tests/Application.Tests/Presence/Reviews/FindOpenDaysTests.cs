using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.Reviews;

/// <summary>
/// Days of the first two weeks of February that wait for a ruling; a term of 7 days, and 5 days are a pattern. Above
/// everybody stands peg-head, above that one peg-boss.
/// </summary>
public sealed class FindOpenDaysTests
{
    private static readonly Position Far = Position.Parse(-7.8, 110.36, 10).Value;
    private static readonly YearMonth February = new(2026, 2);
    private static readonly LocalDate Monday = new(2026, 2, 2);

    private readonly World _world = new(Some.At("2026-02-02T00:30:00Z"));

    public FindOpenDaysTests() => _world.Add(
        Some.Employee("peg-boss", null), Some.Employee("peg-head", "peg-boss"), Some.Employee("peg-0002"),
        Some.Employee("peg-0003"), Some.Employee("peg-0004"));

    [Fact]
    public async Task As_many_days_as_the_policy_calls_a_pattern_are_evidence_and_fewer_or_others_are_not()
    {
        await WorkAsync(
            ("peg-0001", 5, true), ("peg-0002", 4, true), ("peg-0003", 5, false), ("peg-0004", 5, true));
        LeaveService("peg-0004");
        await CloseAsync("2026-02-09T12:00:00Z");

        var found = await _world.FindOpenDays.OfMonthAsync(Some.AgencyId, February, default);

        Assert.Equal(
            Enumerable.Range(0, 5).Select(i => (Some.Person(), Monday.PlusDays(i))),
            found.Select(e => (e.EmployeeId, e.Date)));
        Assert.All(found, e => Assert.Equal(
            (SignalKind.RepeatedOpenDays, 5, 0), (e.Signal, e.Figures.Days, e.CheckIns.Count)));
        // Whoever came in and never went out has open days too, and they are no pattern of places.
        Assert.Equal(5, _world.Months.Rows[(Some.AgencyId, February, Some.Person("peg-0003"))].Days
            .Count(RulingNeeds.IsOpen));
    }

    [Fact]
    public async Task A_month_that_waits_to_be_folded_again_is_passed_over_until_it_was()
    {
        await WorkAsync(("peg-0001", 5, true));
        await CloseAsync("2026-02-09T12:00:00Z");
        await _world.Mark.OfDayAsync(Some.AgencyId, Some.Person(), Monday, default);
        Assert.Empty(await _world.FindOpenDays.OfMonthAsync(Some.AgencyId, February, default));
        Assert.Equal(0, await PassAsync(Monday.PlusDays(9)));

        await CloseAsync("2026-02-11T12:00:00Z");
        Assert.Equal(5, (await _world.FindOpenDays.OfMonthAsync(Some.AgencyId, February, default)).Count);
    }

    /// <summary>Of Monday the 2nd the term ends with the 9th; of Wednesday the 4th with the 11th.</summary>
    [Theory]
    [InlineData("2026-02-09T12:00:00Z", 0)]
    [InlineData("2026-02-10T12:00:00Z", 2)]
    [InlineData("2026-02-12T12:00:00Z", 6)]
    public async Task Days_beyond_the_term_are_passed_to_the_next_superior_once(string now, int passed)
    {
        await WorkAsync(("peg-0001", 5, true), ("peg-0003", 5, false));
        await CloseAsync(now);
        var today = Some.At(now).InZone(Some.Wib).Date;

        Assert.Equal(passed, await PassAsync(today));
        Assert.Equal(0, await PassAsync(today));

        var told = _world.Inboxes.Of(Some.Person("peg-boss"));
        Assert.Equal(passed, told.Count);
        Assert.All(told, notice => Assert.Equal(NoticeCode.RulingPassed, notice.Code));
        Assert.Empty(_world.Inboxes.Of(Some.Person("peg-head")));
        Assert.All(_world.Rulings.Rows.Values, ruling => Assert.Null(ruling.Standing));
    }

    [Fact]
    public async Task What_was_ruled_on_is_not_passed_and_nothing_is_where_nobody_stands_above_the_rater()
    {
        await WorkAsync(("peg-0001", 5, true), ("peg-0002", 5, true));
        await CloseAsync("2026-02-08T12:00:00Z");
        var ruled = await _world.RuleOnDay.RuleAsync(
            Some.Actor,
            [new DayToRule(Some.Person(), Monday, new(
                Some.Person("peg-head"), RulingOutcome.PresentField, "Tugas luar.", null))],
            default);
        Assert.Null(ruled.Value[0].Refusal);
        await CloseAsync("2026-02-10T12:00:00Z");
        Assert.Equal(1, await PassAsync(Monday.PlusDays(8)));
        Assert.Equal(
            Some.Person("peg-0002"), Assert.Single(_world.Inboxes.Of(Some.Person("peg-boss"))).About.EmployeeId);

        _world.Add(Some.Employee("peg-head", null));
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
        await CloseAsync("2026-02-12T12:00:00Z");
        Assert.Equal(0, await PassAsync(Monday.PlusDays(10)));
    }

    private Task<int> PassAsync(LocalDate today) => _world.FindOpenDays.PassAsync(Some.AgencyId, today, default);

    /// <summary>From Monday on; nobody checks out.</summary>
    private async Task WorkAsync(params (string Person, int Days, bool Outside)[] people)
    {
        for (var i = 0; i < people.Max(p => p.Days); i++)
        {
            var at = Some.At("2026-02-02T00:30:00Z") + Duration.FromDays(i);
            _world.Clock.MoveTo(at);
            foreach (var (person, _, outside) in people.Where(p => i < p.Days))
            {
                var claim = Some.Claim($"rekam-{i}-{person}", at, person);
                claim = outside ? claim with { Position = Far } : claim;
                Assert.Null((await _world.RecordCheckIn.ExecuteAsync(Some.Actor, claim, default)).Refusal);
            }
        }
    }

    private void LeaveService(string person)
    {
        _world.Add(Some.Employee(person) with { Active = false });
        _world.AgencyDirectory.Invalidate(Some.AgencyId);
    }

    /// <summary>Days are closed until no mark is left, as the timers do.</summary>
    private async Task CloseAsync(string at)
    {
        _world.Clock.MoveTo(Some.At(at) - Duration.FromMinutes(10));
        await _world.CloseDaysAsync();
        _world.Clock.MoveTo(Some.At(at));
        await _world.CloseDaysAsync();
    }
}
