using System.Collections.Concurrent;
using Kinerja.Domain;
using Kinerja.Domain.Presence;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Keyed as the table is: by agency, day of work, person and client id. Batches write from several threads.</summary>
internal sealed class FakeCheckIns : ICheckIns
{
    internal ConcurrentDictionary<(AgencyId, LocalDate, EmployeeId, ClientId), CheckIn> Rows { get; } = [];

    public Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel)
    {
        var claim = checkIn.Claim;
        var stored = Rows.GetOrAdd((claim.AgencyId, checkIn.WorkDate, claim.EmployeeId, claim.Id), checkIn);
        return Task.FromResult(ReferenceEquals(stored, checkIn) ? null : stored);
    }

    public IAsyncEnumerable<CheckIn> ListAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        Of(agency, month).Where(c => range.Contains(c.Claim.EmployeeId)).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<CheckIn>> ListAsync(
        AgencyId agency,
        YearMonth month,
        EmployeeId employee,
        CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<CheckIn>>([.. Of(agency, month).Where(c => c.Claim.EmployeeId == employee)]);

    private IEnumerable<CheckIn> Of(AgencyId agency, YearMonth month) => Rows
        .Where(r => r.Key.Item1 == agency && r.Key.Item2.ToYearMonth() == month)
        .OrderBy(r => r.Key.Item2).ThenBy(r => r.Key.Item3).ThenBy(r => r.Key.Item4)
        .Select(r => r.Value);
}

internal sealed class FakeAttendanceMonths : IAttendanceMonths
{
    internal Dictionary<(AgencyId, YearMonth, EmployeeId), AttendanceMonth> Rows { get; } = [];

    public Task PutAsync(AgencyId agency, IReadOnlyCollection<AttendanceMonth> months, CancellationToken cancel)
    {
        foreach (var month in months)
        {
            Rows[(agency, month.Month, month.EmployeeId)] = month;
        }

        return Task.CompletedTask;
    }
}
