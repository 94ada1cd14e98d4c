using System.Collections.Concurrent;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// As the tables do it: an id and a fact are taken once and for all. Batches write from several threads.
/// </summary>
internal sealed class FakeCheckIns : ICheckIns
{
    private readonly Lock _oneAtATime = new();

    internal ConcurrentDictionary<(AgencyId, LocalDate, EmployeeId, ClientId), CheckIn> Rows { get; } = [];

    /// <summary>Whose check-ins of which days were read, one person at a time.</summary>
    internal ConcurrentBag<(EmployeeId Person, DateInterval Days)> PersonReads { get; } = [];

    public Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var claim = checkIn.Claim;
        lock (_oneAtATime)
        {
            var mine = Rows.Values
                .Where(c => (c.Claim.AgencyId, c.Claim.EmployeeId) == (claim.AgencyId, claim.EmployeeId)).ToList();
            var stored = mine.Find(c => c.Claim.Id == claim.Id) ?? mine.Find(c => c.Claim.IsSameFactAs(claim));
            if (stored is null)
            {
                Rows[(claim.AgencyId, checkIn.WorkDate, claim.EmployeeId, claim.Id)] = checkIn;
            }

            return Task.FromResult(stored);
        }
    }

    public Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Rows.Values.FirstOrDefault(
            c => (c.Claim.AgencyId, c.Claim.EmployeeId, c.Claim.Id) == (agency, employee, id)));

    public IAsyncEnumerable<CheckIn> ListAsync(
        AgencyId agency, DateInterval days, HashRange range, CancellationToken cancel) =>
        Of(agency, days).Where(c => range.Contains(c.Claim.EmployeeId)).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency,
        DateInterval days,
        EmployeeId employee,
        CancellationToken cancel)
    {
        PersonReads.Add((employee, days));
        return Task.FromResult<IReadOnlyList<CheckIn>>(
            [.. Of(agency, days).Where(c => c.Claim.EmployeeId == employee)]);
    }

    private IEnumerable<CheckIn> Of(AgencyId agency, DateInterval days) => Rows
        .Where(r => r.Key.Item1 == agency && days.Contains(r.Key.Item2))
        .OrderBy(r => r.Key.Item2).ThenBy(r => r.Key.Item3).ThenBy(r => r.Key.Item4)
        .Select(r => r.Value);
}
