using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeResultSummaries : IResultSummaries
{
    internal Dictionary<(AgencyId, AppraisalPeriod), ResultSummary> Rows { get; } = [];

    public Task PutAsync(ResultSummary summary, CancellationToken cancel)
    {
        Rows[(summary.AgencyId, summary.Period)] = summary;
        return Task.CompletedTask;
    }

    public Task<ResultSummary?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, period)));
}
