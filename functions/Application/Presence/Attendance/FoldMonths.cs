using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// People and their stored facts → their months, no further than to a given day each: a day to come is no day of
/// absence.
/// </summary>
public sealed class FoldMonths(ReadMonthFacts read, AgencyDirectory register, TimeProvider clock)
{
    /// <summary>The people must be of the range; whoever has no day to fold yet is left out.</summary>
    public async Task<IReadOnlyList<AttendanceMonth>> FoldAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        IReadOnlyCollection<PersonTimeline> people,
        Func<DateTimeZone, LocalDate?> last,
        CancellationToken cancel) =>
        (await FoldUnderAsync(
            agency, month, range, people, last, [await register.RulesOfAsync(agency, cancel)], cancel))[0];

    /// <summary>The same facts folded under each of the rules, in their order, for dry runs.</summary>
    internal async Task<IReadOnlyList<IReadOnlyList<AttendanceMonth>>> FoldUnderAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        IReadOnlyCollection<PersonTimeline> people,
        Func<DateTimeZone, LocalDate?> last,
        IReadOnlyList<MonthRules> rules,
        CancellationToken cancel)
    {
        var facts = await read.OfAsync(agency, month, range, people, rules, cancel);
        return [.. rules.Select(r =>
            people.Select(p => Fold(p, facts, month, last(p.ZoneOn(month.ToDateInterval().End)), r))
                .OfType<AttendanceMonth>().ToList())];
    }

    public async Task<AttendanceMonth> FoldAsync(
        AgencyId agency, YearMonth month, PersonTimeline person, LocalDate last, CancellationToken cancel)
    {
        var rules = await register.RulesOfAsync(agency, cancel);
        var facts = await read.OfAsync(agency, month, person, rules, cancel);
        return Fold(person, facts, month, last, rules)!;
    }

    /// <summary>A month of which no day has begun.</summary>
    internal static AttendanceMonth Unbegun(PersonTimeline person, YearMonth month) =>
        new(person.Id, month, [], null);

    private AttendanceMonth? Fold(
        PersonTimeline person, MonthFacts facts, YearMonth month, LocalDate? last, MonthRules rules)
    {
        if (last is null)
        {
            return null;
        }

        var whole = AttendanceRules.Fold(
            person, month, facts.Of(person), rules with { Swaps = facts.Swaps }, clock.Now());
        return whole with { Days = [.. whole.Days.TakeWhile(d => d.Date <= last)] };
    }
}
