using System.Globalization;
using Kinerja.Application.Ranking;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeRaterReasons : IRaterReasons
{
    private int _writes;

    internal Dictionary<(AgencyId, AppraisalPeriod, EmployeeId), Tagged<RaterReason>> Rows { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<Tagged<RaterReason>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, period, rater)));

    public Task<bool> PutAsync(AgencyId agency, RaterReason reason, string? tag, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();

        var key = (agency, reason.Period, reason.RaterId);
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new Tagged<RaterReason>(reason, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }

    public IAsyncEnumerable<RaterReason> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Rows.Where(r => r.Key.Item1 == agency && r.Key.Item2 == period)
            .Select(r => r.Value.Value).InKeyOrder(r => r.RaterId).ToAsyncEnumerable();
}
