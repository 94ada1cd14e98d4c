using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.FlexibleWork;

/// <summary>A day of the proposal: how many of the unit may work elsewhere, and how many have planned it.</summary>
public sealed record ProposedDay(LocalDate Date, int MostElsewhere, int Planned)
{
    public int Free => Math.Max(0, MostElsewhere - Planned);
}

/// <summary>Who of a unit is proposed which day of a week, and why others are not.</summary>
public sealed record ProposedRotation(
    UnitId UnitId, IReadOnlyList<ProposedDay> Days, IReadOnlyList<HomeTurn> Turns, string? PolicyVersion);

/// <summary>
/// Proposes days elsewhere for a unit and a week, by the rules and quotas of planning and in turn
/// (<see cref="HomeRotation"/>). It reads the agency's people in one request and writes nothing.
/// </summary>
public sealed class ProposeRotation(
    AgencyDirectory register, IWorkforce workforce, IEntitlements entitlements, IFlexibleDays days)
{
    private const int DaysOfAWeek = 7;

    /// <summary>Turns are remembered so far back.</summary>
    private const int WeeksBack = 52;

    /// <summary>As far as days in a row are followed.</summary>
    private const int DaysAhead = 31;

    public async Task<Result<ProposedRotation>> ExecuteAsync(
        AgencyId agency, UnitId id, LocalDate monday, CancellationToken cancel)
    {
        if (monday.DayOfWeek != IsoDayOfWeek.Monday)
        {
            return Refusal.Malformed("/from", "A Monday is expected.");
        }

        if (await register.FindUnitAsync(agency, id, monday, cancel) is not { } found)
        {
            return NotFound.Unit(id);
        }

        var unit = await register.WithServiceAsync(agency, found, monday, cancel);
        var week = Enumerable.Range(0, DaysOfAWeek).Select(monday.PlusDays).ToList();
        var planned = await days.ListUnitAsync(
            agency, id, monday.PlusDays(-DaysOfAWeek * WeeksBack), week[^1].PlusDays(DaysAhead), cancel)
            .ToListAsync(cancel);
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.FlexibleWork, cancel);
        var rules = await register.RulesOfAsync(agency, cancel);
        var granted = (await entitlements.ListAsync(agency, HashRange.All, cancel).ToListAsync(cancel))
            .ToLookup(e => e.EmployeeId);
        var headcount = await register.CountPeopleAsync(agency, id, cancel);
        var proposed = week.Where(rules.IsWorkingDay).Select(date => new ProposedDay(
            date,
            policies.Find(date)?.Value.MostElsewhere(id, date, headcount) ?? 0,
            planned.Count(day => day.Date == date))).ToList();

        var people = new List<RotationPerson>();
        await foreach (var employment in workforce.ListEmployeesAsync(agency, HashRange.All, cancel))
        {
            if (employment.On(monday) is { Active: true } person && person.UnitId == id)
            {
                people.Add(await AskAsync(employment));
            }
        }

        return new ProposedRotation(
            id,
            proposed,
            HomeRotation.Of([.. proposed.Select(day => new RotationDay(day.Date, day.Free))], people),
            policies.Find(monday)?.Value.Version);

        async Task<RotationPerson> AskAsync(Employment employment)
        {
            var own = planned.Where(day => day.EmployeeId == employment.Id).Select(day => day.Date).ToHashSet();
            var decisions = new Dictionary<LocalDate, FlexibleDecision>();
            foreach (var day in proposed)
            {
                var person = employment.On(day.Date);
                var post = person.PostId is { } held
                    ? await register.FindPostAsync(agency, held, day.Date, cancel)
                    : null;
                decisions[day.Date] = FlexibleRules.Decide(new FlexibleCase(person, unit, post, day.Date)
                {
                    Policy = policies.Find(day.Date)?.Value,
                    Entitlements = [.. granted[employment.Id]],
                    Planned = own,
                    PeopleInUnit = headcount,
                    OthersElsewhere = day.Planned - (own.Contains(day.Date) ? 1 : 0),
                    IsWorkingDay = rules.IsWorkingDay,
                });
            }

            return new RotationPerson(employment.Id, decisions, own);
        }
    }
}
