using Kinerja.Domain;
using Kinerja.Domain.Presence;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Days;

/// <summary>
/// The one place that reads what a month is folded from: for a slice of people by ranges, for one person by prefixes. Whoever
/// folds, for the store, for an answer or for an evaluation, folds the same. Reviews are read for the whole agency: one row a
/// person, signal and month in which something was seen, which is few.
/// </summary>
public sealed class ReadMonthFacts(
    ICheckIns checkIns,
    ILeaves leaves,
    ICorrections corrections,
    IOutages outages,
    IReviews reviews,
    JudgeFlexibleDays flexible)
{
    internal async Task<MonthFacts> OfAsync(
        AgencyId agency,
        YearMonth month,
        HashRange range,
        IReadOnlyCollection<Placed> people,
        IReadOnlyList<MonthRules> rules,
        CancellationToken cancel)
    {
        var reach = ReachOf(month, people, rules);
        var recorded = await RecordedAsync(
            month, reach, each => checkIns.ListAsync(agency, each, range, cancel).ToListAsync(cancel).AsTask());
        var book = await flexible.OfRangeAsync(agency, month, range, cancel);
        return new MonthFacts(
            month,
            recorded,
            await leaves.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
            await corrections.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            book)
        {
            Rejected = await RejectedAsync(agency, month, cancel),
            Findings = await FindingsAsync(book, people, recorded, cancel),
        };
    }

    internal async Task<MonthFacts> OfAsync(
        AgencyId agency, YearMonth month, Placed person, MonthRules rules, CancellationToken cancel)
    {
        var id = person.Employee.Id;
        var reach = ReachOf(month, [person], [rules]);
        var recorded = await RecordedAsync(
            month, reach, async each => [.. await checkIns.ListAsync(agency, each, id, cancel)]);
        var book = await flexible.OfPersonAsync(agency, month, id, cancel);
        return new MonthFacts(
            month,
            recorded,
            await leaves.ListAsync(agency, month, id, cancel),
            await corrections.ListAsync(agency, month, id, cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            book)
        {
            Rejected = await RejectedAsync(agency, month, cancel),
            Findings = await FindingsAsync(book, [person], recorded, cancel),
        };
    }

    /// <summary>How many days beside the month anybody's hours reach: a night's shift, or minutes of a week that the month cuts.</summary>
    private static (int Before, int After) ReachOf(
        YearMonth month, IReadOnlyCollection<Placed> people, IReadOnlyList<MonthRules> rules)
    {
        var units = people.Select(p => p.Employee.UnitId).Distinct();
        var reaches = units.SelectMany(unit => rules.Select(r => r.ReachOf(unit, month))).ToList();
        return (reaches.Select(r => r.Before).DefaultIfEmpty(0).Max(), reaches.Select(r => r.After).DefaultIfEmpty(0).Max());
    }

    private static async Task<List<CheckIn>> RecordedAsync(
        YearMonth month, (int Before, int After) reach, Func<YearMonth, Task<List<CheckIn>>> read)
    {
        var recorded = await read(month);
        var dates = month.ToDateInterval();
        if (reach.Before > 0)
        {
            recorded.AddRange((await read(month.PlusMonths(-1))).Where(c => c.WorkDate >= dates.Start.PlusDays(-reach.Before)));
        }

        if (reach.After > 0)
        {
            recorded.AddRange((await read(month.PlusMonths(1))).Where(c => c.WorkDate <= dates.End.PlusDays(reach.After)));
        }

        return recorded;
    }

    private async Task<ILookup<EmployeeId, ClientId>> RejectedAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        var decided = await reviews.ListAsync(agency, month, cancel)
            .Select(review => review.Value)
            .Where(review => review.State == ReviewState.Rejected)
            .ToListAsync(cancel);
        return decided.SelectMany(r => r.CheckIns.Select(id => (r.EmployeeId, Id: id))).ToLookup(r => r.EmployeeId, r => r.Id);
    }

    private static async Task<Dictionary<(EmployeeId, LocalDate), FlexibleFinding>> FindingsAsync(
        FlexibleBook book, IEnumerable<Placed> people, IEnumerable<CheckIn> recorded, CancellationToken cancel)
    {
        var byPerson = recorded.ToLookup(c => c.Claim.EmployeeId);
        var findings = new Dictionary<(EmployeeId, LocalDate), FlexibleFinding>();
        foreach (var person in people)
        {
            foreach (var (day, finding) in await book.FindAsync(person.Employee, byPerson[person.Employee.Id], cancel))
            {
                findings[(person.Employee.Id, day)] = finding;
            }
        }

        return findings;
    }
}
