using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

public sealed class TableRunResults(TableStore store) : IRunResults
{
    public Task FreezeInputsAsync(
        EvaluationRun run, IReadOnlyCollection<EvaluationInput> inputs, CancellationToken cancel) =>
        store.AddAllAsync(
            TableNames.RunInputs, inputs.Select(i => EvaluationRows.Write(TableKeys.Run(run), i)), cancel);

    public IAsyncEnumerable<EvaluationInput> ListInputsAsync(
        EvaluationRun run, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.RunInputs, TableRange.People(TableKeys.Run(run), range), EvaluationRows.ReadInput, cancel);

    public async Task<EvaluationInput?> FindInputAsync(
        EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        await store.FindAsync(TableNames.RunInputs, TableKeys.Run(run), TableKeys.Person(employee), cancel) is { } row
            ? EvaluationRows.ReadInput(row)
            : null;

    public Task PutEvaluationsAsync(
        EvaluationRun run,
        IReadOnlyCollection<EmployeeEvaluation> evaluations,
        CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.Evaluations, evaluations.Select(e => EvaluationRows.Write(TableKeys.Run(run), e)), cancel);

    public IAsyncEnumerable<EmployeeEvaluation> ListEvaluationsAsync(
        EvaluationRun run,
        HashRange range,
        CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Evaluations, TableRange.People(TableKeys.Run(run), range),
            EvaluationRows.ReadEvaluation, cancel);

    public async Task<EmployeeEvaluation?> FindEvaluationAsync(
        EvaluationRun run,
        EmployeeId employee,
        CancellationToken cancel) =>
        await store.FindAsync(TableNames.Evaluations, TableKeys.Run(run), TableKeys.Person(employee), cancel) is { } row
            ? EvaluationRows.ReadEvaluation(row)
            : null;
}
