using System.Globalization;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeRuns : IRuns
{
    private int _writes;

    /// <summary>The newest revision of each period.</summary>
    internal Dictionary<(AgencyId, AppraisalPeriod), Tagged<EvaluationRun>> Rows => Revisions.Values
        .GroupBy(r => (r.Value.AgencyId, r.Value.Period))
        .ToDictionary(same => same.Key, same => same.MaxBy(r => r.Value.Revision)!);

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision), Tagged<EvaluationRun>> Revisions { get; } = [];

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, RunState Reached, int Shard), string> Marks { get; } =
        [];

    public Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, period)));

    public Task<Tagged<EvaluationRun>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel) =>
        Task.FromResult(Revisions.GetValueOrDefault((agency, period, revision)));

    /// <summary>How often a period's revisions were listed.</summary>
    internal int Lists { get; private set; }

    /// <summary>How many rows of marks were read in lists.</summary>
    internal int MarksRead { get; private set; }

    public IAsyncEnumerable<EvaluationRun> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        Lists++;
        return Revisions.Values
            .Select(r => r.Value).Where(r => r.AgencyId == agency && r.Period == period).OrderBy(r => r.Revision)
            .ToList().ToAsyncEnumerable();
    }

    public IAsyncEnumerable<EvaluationRun> ListAsync(AgencyId agency, CancellationToken cancel) => Revisions.Values
        .Select(r => r.Value).Where(r => r.AgencyId == agency).ToList().ToAsyncEnumerable();

    public Task<bool> AddAsync(EvaluationRun run, CancellationToken cancel) =>
        Task.FromResult(Revisions.TryAdd((run.AgencyId, run.Period, run.Revision), Tag(run)));

    public Task<bool> ReplaceAsync(EvaluationRun run, string tag, CancellationToken cancel)
    {
        var key = (run.AgencyId, run.Period, run.Revision);
        var current = Revisions.GetValueOrDefault(key)?.Tag == tag;
        if (current)
        {
            Revisions[key] = Tag(run);
        }

        return Task.FromResult(current);
    }

    public Task MarkAsync(EvaluationRun run, RunState reached, int shard, string sha256, CancellationToken cancel)
    {
        Marks.TryAdd((run.AgencyId, run.Period, run.Revision, reached, shard), sha256);
        return Task.CompletedTask;
    }

    public Task<bool> IsMarkedAsync(EvaluationRun run, RunState reached, int shard, CancellationToken cancel) =>
        Task.FromResult(Marks.ContainsKey((run.AgencyId, run.Period, run.Revision, reached, shard)));

    public Task<IReadOnlyDictionary<int, string>> MarksAsync(
        EvaluationRun run, RunState reached, CancellationToken cancel)
    {
        var found = Marks
            .Where(m => (m.Key.Item1, m.Key.Item2, m.Key.Revision, m.Key.Reached)
                == (run.AgencyId, run.Period, run.Revision, reached))
            .ToDictionary(m => m.Key.Shard, m => m.Value);
        MarksRead += found.Count;
        return Task.FromResult<IReadOnlyDictionary<int, string>>(found);
    }

    private Tagged<EvaluationRun> Tag(EvaluationRun run) =>
        new(run, (++_writes).ToString(CultureInfo.InvariantCulture));
}

internal sealed class FakeFinalResults : IFinalResults
{
    internal List<EvaluationRun> Heard { get; } = [];

    public Task HearAsync(EvaluationRun run, CancellationToken cancel)
    {
        Heard.Add(run);
        return Task.CompletedTask;
    }
}

internal sealed class FakeRunResults : IRunResults
{
    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, EmployeeId Person), EvaluationInput> Inputs { get; } =
        [];

    internal Dictionary<(AgencyId, AppraisalPeriod, int Revision, EmployeeId Person), EmployeeEvaluation> Evaluations
    {
        get;
    }
        = [];

    public Task FreezeInputsAsync(
        EvaluationRun run, IReadOnlyCollection<EvaluationInput> inputs, CancellationToken cancel)
    {
        foreach (var input in inputs)
        {
            if (!Inputs.TryAdd((run.AgencyId, run.Period, run.Revision, input.EmployeeId), input))
            {
                throw new InvalidOperationException($"{input.EmployeeId} is frozen already.");
            }
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<EvaluationInput> ListInputsAsync(
        EvaluationRun run, HashRange range, CancellationToken cancel) =>
        Of(Inputs, run, range).InKeyOrder(i => i.EmployeeId).ToAsyncEnumerable();

    public Task<EvaluationInput?> FindInputAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult(Inputs.GetValueOrDefault((run.AgencyId, run.Period, run.Revision, employee)));

    public Task PutEvaluationsAsync(
        EvaluationRun run,
        IReadOnlyCollection<EmployeeEvaluation> evaluations,
        CancellationToken cancel)
    {
        foreach (var evaluation in evaluations)
        {
            Evaluations[(run.AgencyId, run.Period, run.Revision, evaluation.EmployeeId)] = evaluation;
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<EmployeeEvaluation> ListEvaluationsAsync(
        EvaluationRun run,
        HashRange range,
        CancellationToken cancel) =>
        Of(Evaluations, run, range).InKeyOrder(e => e.EmployeeId).ToAsyncEnumerable();

    public Task<EmployeeEvaluation?> FindEvaluationAsync(
        EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult(Evaluations.GetValueOrDefault((run.AgencyId, run.Period, run.Revision, employee)));

    private static IEnumerable<T> Of<T>(
        Dictionary<(AgencyId, AppraisalPeriod, int Revision, EmployeeId Person), T> rows,
        EvaluationRun run,
        HashRange range) => rows
            .Where(r => (r.Key.Item1, r.Key.Item2, r.Key.Revision) == (run.AgencyId, run.Period, run.Revision)
                && range.Contains(r.Key.Person))
            .Select(r => r.Value);
}
