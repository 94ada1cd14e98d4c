using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// The one place that reads what a month is folded from: for a slice of people by ranges, for one person by prefixes.
/// Whoever folds, for the store, for an answer or for an evaluation, folds the same. Check-ins of the days beside the
/// month are read too, since a shift and its margins reach over its edge (<see cref="MonthRules.DaysRead"/>); all else
/// only where the minutes of a week do (<see cref="MonthRules.DaysFolded"/>).
/// </summary>
public sealed class ReadMonthFacts(
    ICheckIns checkIns,
    ILeaves leaves,
    ICorrections corrections,
    IShiftSwaps swaps,
    IRulings rulings,
    IOutages outages,
    IReviews reviews,
    JudgeFlexibleDays flexible)
{
    internal async Task<MonthFacts> OfAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        IReadOnlyCollection<PersonTimeline> people,
        IReadOnlyList<MonthRules> rules,
        CancellationToken cancel) => await OfAsync(
            agency,
            month,
            people,
            rules,
            new Sources(
                days => checkIns.ListAsync(agency, days, range, cancel).ToListAsync(cancel),
                each => leaves.ListAsync(agency, each, range, cancel),
                each => corrections.ListAsync(agency, each, range, cancel),
                each => rulings.ListAsync(agency, each, range, cancel),
                each => reviews.ListAsync(agency, each, range, cancel)),
            await flexible.OfRangeAsync(agency, month, range, cancel),
            cancel);

    internal async Task<MonthFacts> OfAsync(
        AgencyId agency, YearMonth month, PersonTimeline person, MonthRules rules, CancellationToken cancel)
    {
        var id = person.Id;
        return await OfAsync(
            agency,
            month,
            [person],
            [rules],
            new Sources(
                async days => [.. await checkIns.ListAsync(agency, days, id, cancel)],
                each => Each(() => leaves.ListAsync(agency, each, id, cancel)),
                each => Each(() => corrections.ListAsync(agency, each, id, cancel)),
                each => rulings.ListAsync(agency, each, id, cancel),
                each => reviews.ListAsync(agency, each, id, cancel)),
            await flexible.OfPersonAsync(agency, month, id, cancel),
            cancel);
    }

    private async Task<MonthFacts> OfAsync(
        AgencyId agency,
        YearMonth month,
        IReadOnlyCollection<PersonTimeline> people,
        IReadOnlyList<MonthRules> rules,
        Sources sources,
        FlexibleMonth book,
        CancellationToken cancel)
    {
        var days = DaysOf(month, people, (r, unit) => r.DaysRead(unit, month), rules);
        var folded = DaysOf(month, people, (r, unit) => r.DaysFolded(unit, month), rules);
        var recorded = await sources.CheckIns(days);
        var held = HasShifts(people, rules, days)
            ? await swaps.OnAsync(agency, days, cancel)
            : ShiftSwaps.Empty;
        var rejected = (await ReadAsync(sources.Reviews, days, cancel)).Where(r => r.State == ReviewState.Rejected);
        return new MonthFacts(
            days,
            recorded,
            await ReadAsync(sources.Leaves, folded, cancel),
            await ReadAsync(sources.Corrections, folded, cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            await ReadAsync(sources.Rulings, folded, cancel),
            book)
        {
            Rejected = rejected.SelectMany(r => r.CheckIns.Select(id => (r.EmployeeId, Id: id))).ToLookup(
                r => r.EmployeeId, r => r.Id),
            Findings = await FindingsAsync(book, people, recorded, held, cancel),
            Swaps = held,
        };
    }

    private static bool HasShifts(
        IEnumerable<PersonTimeline> people, IReadOnlyList<MonthRules> rules, DateInterval days) =>
        people.SelectMany(p => p.UnitsWithin(days.Start, days.End)).Distinct().Any(unit => rules.Any(
            r => days.Any(day => r.WorkingTime.On(day).For(unit).Scheme == TimeScheme.Shift)));

    /// <summary>From the first to the last day that the fold of anybody's month looks at.</summary>
    private static DateInterval DaysOf(
        YearMonth month,
        IReadOnlyCollection<PersonTimeline> people,
        Func<MonthRules, UnitId, DateInterval> read,
        IReadOnlyList<MonthRules> rules)
    {
        var own = month.ToDateInterval();
        var units = people.SelectMany(p => p.UnitsWithin(own.Start, own.End)).Distinct();
        return units.SelectMany(unit => rules.Select(r => read(r, unit)))
            .Aggregate(own, (all, days) => all.Union(days)!);
    }

    private static async Task<List<T>> ReadAsync<T>(
        Func<YearMonth, IAsyncEnumerable<T>> read, DateInterval days, CancellationToken cancel)
    {
        var found = new List<T>();
        foreach (var month in MonthSpan.Of(days.Start, days.End))
        {
            await foreach (var item in read(month).WithCancellation(cancel))
            {
                found.Add(item);
            }
        }

        return found;
    }

    private static async IAsyncEnumerable<T> Each<T>(Func<Task<IReadOnlyList<T>>> read)
    {
        foreach (var item in await read())
        {
            yield return item;
        }
    }

    /// <summary>What is stored of those people: check-ins by day, all else by month.</summary>
    private sealed record Sources(
        Func<DateInterval, ValueTask<List<CheckIn>>> CheckIns,
        Func<YearMonth, IAsyncEnumerable<LeaveEntry>> Leaves,
        Func<YearMonth, IAsyncEnumerable<CorrectionRecord>> Corrections,
        Func<YearMonth, IAsyncEnumerable<DayRuling>> Rulings,
        Func<YearMonth, IAsyncEnumerable<Review>> Reviews);

    private static async Task<Dictionary<(EmployeeId, LocalDate), FlexibleFinding>> FindingsAsync(
        FlexibleMonth book,
        IEnumerable<PersonTimeline> people,
        IEnumerable<CheckIn> recorded,
        ShiftSwaps held,
        CancellationToken cancel)
    {
        var byPerson = recorded.ToLookup(c => c.Claim.EmployeeId);
        var findings = new Dictionary<(EmployeeId, LocalDate), FlexibleFinding>();
        foreach (var person in people)
        {
            foreach (var (day, finding) in await book.FindAsync(person, byPerson[person.Id], held, cancel))
            {
                findings[(person.Id, day)] = finding;
            }
        }

        return findings;
    }
}
