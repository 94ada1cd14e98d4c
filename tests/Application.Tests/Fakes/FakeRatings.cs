using System.Globalization;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Imports find and put from several threads.</summary>
internal sealed class FakeRatings(FakeOutbox outbox) : IRatings
{
    private int _writes;

    internal Dictionary<(AgencyId, AppraisalPeriod, EmployeeId), Tagged<Rating>> Rows { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, UnitId), UnitPerformance> Units { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    internal List<(AgencyId Agency, Rating Version)> Versions { get; } = [];

    public Task<IReadOnlyList<Rating>> ListVersionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Rating>>([.. Versions
            .Where(v => v.Agency == agency && v.Version.Period == period && v.Version.EmployeeId == employee)
            .Select(v => v.Version)]);

    public Task<Tagged<Rating>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        lock (Rows)
        {
            return Task.FromResult(Rows.GetValueOrDefault((agency, period, employee)));
        }
    }

    public Task<bool> PutAsync(
        AgencyId agency, Rating rating, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();

        var key = (agency, rating.Period, rating.EmployeeId);
        lock (Rows)
        {
            if (Rows.GetValueOrDefault(key)?.Tag != tag)
            {
                return Task.FromResult(false);
            }

            outbox.AddAll(news);
            Versions.Add((agency, rating));
            Rows[key] = new Tagged<Rating>(rating, (++_writes).ToString(CultureInfo.InvariantCulture));
            return Task.FromResult(true);
        }
    }

    public IAsyncEnumerable<Rating> ListAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        Rows.Where(r => r.Key.Item1 == agency && r.Key.Item2 == period && range.Contains(r.Key.Item3)
            && r.Value.Value.Voided is null)
            .Select(r => r.Value.Value).InKeyOrder(r => r.EmployeeId).ToAsyncEnumerable();

    /// <summary>How many late ratings were read in lists.</summary>
    internal int LateRead { get; private set; }

    public IAsyncEnumerable<Rating> ListLateAsync(
        AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel) =>
        Versions.Where(v => v.Agency == agency && v.Version.Period == period && v.Version.Late
            && range.Contains(v.Version.EmployeeId))
            .Select(v => v.Version).GroupBy(v => v.EmployeeId).Select(g => g.Last()).ToList().ToAsyncEnumerable()
            .Select(late =>
            {
                LateRead++;
                return late;
            });

    public Task PutAsync(AgencyId agency, UnitPerformance performance, CancellationToken cancel)
    {
        Units[(agency, performance.Period, performance.UnitId)] = performance;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<UnitPerformance> ListUnitsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Units.Where(u => u.Key.Item1 == agency && u.Key.Item2 == period).Select(u => u.Value)
            .OrderBy(u => u.UnitId.ToString(), StringComparer.Ordinal).ToList().ToAsyncEnumerable();
}
