using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

public interface IRuns
{
    /// <summary>The newest revision.</summary>
    Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    Task<Tagged<EvaluationRun>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel);

    /// <summary>Every revision, the first one first.</summary>
    IAsyncEnumerable<EvaluationRun> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    /// <summary>Every revision of every period, in no order that means anything.</summary>
    IAsyncEnumerable<EvaluationRun> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>False when that revision is there already.</summary>
    Task<bool> AddAsync(EvaluationRun run, CancellationToken cancel);

    /// <summary>False when somebody else moved the run meanwhile.</summary>
    Task<bool> ReplaceAsync(EvaluationRun run, string tag, CancellationToken cancel);

    /// <summary>Marks a shard's step as done, with the hash of what it read; the first mark stays.</summary>
    Task MarkAsync(EvaluationRun run, RunState reached, int shard, string sha256, CancellationToken cancel);

    Task<bool> IsMarkedAsync(EvaluationRun run, RunState reached, int shard, CancellationToken cancel);

    /// <summary>Shard → hash, of all shards that reached that state.</summary>
    Task<IReadOnlyDictionary<int, string>> MarksAsync(EvaluationRun run, RunState reached, CancellationToken cancel);
}

public interface IRunResults
{
    /// <summary>
    /// Freezes inputs: the first writer of a person's wins. Whoever comes second fails, so that his step is repeated
    /// and reads what stands.
    /// </summary>
    Task FreezeInputsAsync(EvaluationRun run, IReadOnlyCollection<EvaluationInput> inputs, CancellationToken cancel);

    IAsyncEnumerable<EvaluationInput> ListInputsAsync(EvaluationRun run, HashRange range, CancellationToken cancel);

    Task<EvaluationInput?> FindInputAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);

    Task PutEvaluationsAsync(
        EvaluationRun run, IReadOnlyCollection<EmployeeEvaluation> evaluations, CancellationToken cancel);

    IAsyncEnumerable<EmployeeEvaluation> ListEvaluationsAsync(
        EvaluationRun run, HashRange range, CancellationToken cancel);

    Task<EmployeeEvaluation?> FindEvaluationAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);
}

/// <summary>
/// Hears of results before they are called final, with the moment from which they are. The same one may come twice.
/// </summary>
public interface IFinalResults
{
    Task HearAsync(EvaluationRun run, CancellationToken cancel);
}

/// <summary>Where a run's next steps are queued; the same step sent twice arrives twice, in no order.</summary>
public interface IRunQueue
{
    Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel);
}
