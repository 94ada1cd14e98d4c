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
    IEntitlements entitlements,
    IReviews reviews,
    JudgeFlexibleDays flexible)
{
    internal async Task<MonthFacts> OfAsync(
        AgencyId agency, YearMonth month, HashRange range, IReadOnlyCollection<Placed> people, CancellationToken cancel)
    {
        var recorded = await checkIns.ListAsync(agency, month, range, cancel).ToListAsync(cancel);
        var book = await flexible.OfRangeAsync(agency, month, range, cancel);
        return new MonthFacts(
            month,
            recorded,
            await leaves.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
            await corrections.ListAsync(agency, month, range, cancel).ToListAsync(cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            await entitlements.ListAsync(agency, range, cancel).ToListAsync(cancel))
        {
            Rejected = await RejectedAsync(agency, month, cancel),
            Findings = await FindingsAsync(book, people, recorded, cancel),
        };
    }

    internal async Task<MonthFacts> OfAsync(AgencyId agency, YearMonth month, Placed person, CancellationToken cancel)
    {
        var id = person.Employee.Id;
        var recorded = await checkIns.ListAsync(agency, month, id, cancel);
        var book = await flexible.OfPersonAsync(agency, month, id, cancel);
        return new MonthFacts(
            month,
            recorded,
            await leaves.ListAsync(agency, month, id, cancel),
            await corrections.ListAsync(agency, month, id, cancel),
            await outages.ListAsync(agency, cancel).ToListAsync(cancel),
            await entitlements.ListAsync(agency, id, cancel))
        {
            Rejected = await RejectedAsync(agency, month, cancel),
            Findings = await FindingsAsync(book, [person], recorded, cancel),
        };
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
