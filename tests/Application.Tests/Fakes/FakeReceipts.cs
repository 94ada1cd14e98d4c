using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeReceipts : IReceipts
{
    internal Dictionary<(AgencyId, AppraisalPeriod, EmployeeId, int Revision), ResultReceipt> Rows { get; } = [];

    public Task<bool> AddAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ResultReceipt receipt,
        CancellationToken cancel) =>
        Task.FromResult(Rows.TryAdd((agency, period, employee, receipt.Revision), receipt));

    public IAsyncEnumerable<ResultReceipt> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        Rows.Where(r => (r.Key.Item1, r.Key.Item2, r.Key.Item3) == (agency, period, employee))
            .OrderBy(r => r.Key.Revision).Select(r => r.Value).ToAsyncEnumerable();
}
