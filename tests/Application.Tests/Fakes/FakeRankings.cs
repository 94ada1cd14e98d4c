using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeRankings : IRankings
{
    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, EmployeeId Person), RankingLine> Places { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, int Number), RankingPage> Pages { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, int Number), RankingPage> LeftOut { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, EmployeeId Person), int> Indexes { get; } = [];

    /// <summary>Rows read by name.</summary>
    internal int Reads { get; private set; }

    public Task PutPlacesAsync(EvaluationRun run, IReadOnlyList<RankingLine> lines, CancellationToken cancel)
    {
        foreach (var (index, line) in lines.Index())
        {
            Places[(run.AgencyId, run.Period, run.Revision, line.EmployeeId)] = line;
            Indexes[(run.AgencyId, run.Period, run.Revision, line.EmployeeId)] = index;
        }

        return Task.CompletedTask;
    }

    public Task<RankingLine?> FindPlaceAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<RankingLine?>(
            Places.TryGetValue((run.AgencyId, run.Period, run.Revision, employee), out var line) ? line : null);

    public Task<int?> FindIndexAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult<int?>(
            Indexes.TryGetValue((run.AgencyId, run.Period, run.Revision, employee), out var index) ? index : null);
    }

    public Task PutPageAsync(EvaluationRun run, RankingPage page, CancellationToken cancel)
    {
        Pages[(run.AgencyId, run.Period, run.Revision, page.Number)] = page;
        return Task.CompletedTask;
    }

    public Task<RankingPage?> FindPageAsync(EvaluationRun run, int number, CancellationToken cancel)
    {
        Reads++;
        return Task.FromResult(Pages.GetValueOrDefault((run.AgencyId, run.Period, run.Revision, number)));
    }

    public IAsyncEnumerable<RankingPage> ListPagesAsync(EvaluationRun run, CancellationToken cancel) => Pages
        .Where(p => (p.Key.Item1, p.Key.Item2, p.Key.Revision) == (run.AgencyId, run.Period, run.Revision))
        .Select(p => p.Value).OrderBy(p => p.Number).ToList().ToAsyncEnumerable();

    public Task PutLeftOutAsync(EvaluationRun run, RankingPage page, CancellationToken cancel)
    {
        LeftOut[(run.AgencyId, run.Period, run.Revision, page.Number)] = page;
        return Task.CompletedTask;
    }

    public Task<RankingPage?> FindLeftOutAsync(EvaluationRun run, int number, CancellationToken cancel) =>
        Task.FromResult(LeftOut.GetValueOrDefault((run.AgencyId, run.Period, run.Revision, number)));

    public IAsyncEnumerable<RankingPage> ListLeftOutAsync(EvaluationRun run, CancellationToken cancel) => LeftOut
        .Where(p => (p.Key.Item1, p.Key.Item2, p.Key.Revision) == (run.AgencyId, run.Period, run.Revision))
        .Select(p => p.Value).OrderBy(p => p.Number).ToList().ToAsyncEnumerable();
}
