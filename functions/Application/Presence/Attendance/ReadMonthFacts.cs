using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// The one place that reads what a month is folded from: for a slice of people by ranges, for one person by prefixes.
/// Whoever folds, for the store, for an answer or for an evaluation, folds the same. Where a night's shift or the
/// minutes of a week reach over the month's edge, all that is known of the days beside it is read too
/// (<see cref="MonthRules.DaysRead"/>).
/// </summary>
public sealed class ReadMonthFacts(
    ICheckIns checkIns,
    ILeaves leaves,
    ICorrections corrections,
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
                each => checkIns.ListAsync(agency, each, range, cancel),
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
                each => Each(() => checkIns.ListAsync(agency, each, id, cancel)),
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
        var days = DaysOf(month, people, rules);
        var months = new[] { month.PlusMonths(-1), month, month.PlusMonths(1) }
            .Where(m => m == month || days.Contains(m.ToDateInterval().Start) || days.Contains(m.ToDateInterval().End))
            .ToList();
        var recorded = (await ReadAsync(sources.CheckIns, months, cancel)).FindAll(c => days.Contains(c.WorkDate));
        var rejected = (await ReadAsync(sources.Reviews, months, cancel)).Where(r => r.State == ReviewState.Rejected);
        return new MonthFacts(
            month,
            recorded,
            await ReadAsync(sources.Leaves, months, cancel),
            await ReadAsync(sources.Corrections, months, cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            await ReadAsync(sources.Rulings, months, cancel),
            book)
        {
            Rejected = rejected.SelectMany(r => r.CheckIns.Select(id => (r.EmployeeId, Id: id))).ToLookup(
                r => r.EmployeeId, r => r.Id),
            Findings = await FindingsAsync(book, people, recorded, cancel),
        };
    }

    /// <summary>From the first to the last day that the fold of anybody's month looks at.</summary>
    private static DateInterval DaysOf(
        YearMonth month, IReadOnlyCollection<PersonTimeline> people, IReadOnlyList<MonthRules> rules)
    {
        var own = month.ToDateInterval();
        var units = people.SelectMany(p => p.UnitsWithin(own.Start, own.End)).Distinct();
        return units.SelectMany(unit => rules.Select(r => r.DaysRead(unit, month)))
            .Aggregate(own, (all, days) => all.Union(days)!);
    }

    private static async Task<List<T>> ReadAsync<T>(
        Func<YearMonth, IAsyncEnumerable<T>> read, List<YearMonth> months, CancellationToken cancel)
    {
        var found = new List<T>();
        foreach (var month in months)
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

    /// <summary>What is stored by month, of those people.</summary>
    private sealed record Sources(
        Func<YearMonth, IAsyncEnumerable<CheckIn>> CheckIns,
        Func<YearMonth, IAsyncEnumerable<LeaveEntry>> Leaves,
        Func<YearMonth, IAsyncEnumerable<CorrectionRecord>> Corrections,
        Func<YearMonth, IAsyncEnumerable<DayRuling>> Rulings,
        Func<YearMonth, IAsyncEnumerable<Review>> Reviews);

    private static async Task<Dictionary<(EmployeeId, LocalDate), FlexibleFinding>> FindingsAsync(
        FlexibleMonth book, IEnumerable<PersonTimeline> people, IEnumerable<CheckIn> recorded, CancellationToken cancel)
    {
        var byPerson = recorded.ToLookup(c => c.Claim.EmployeeId);
        var findings = new Dictionary<(EmployeeId, LocalDate), FlexibleFinding>();
        foreach (var person in people)
        {
            foreach (var (day, finding) in await book.FindAsync(person, byPerson[person.Id], cancel))
            {
                findings[(person.Id, day)] = finding;
            }
        }

        return findings;
    }
}
