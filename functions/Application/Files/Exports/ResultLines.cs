using Kinerja.Application.Files.Sheets;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Files.Exports;

/// <summary>The evaluation is null where the run did not know the person.</summary>
internal sealed record ResultLine(
    EvaluationRun Run, EmployeeId EmployeeId, UnitId UnitId, string? UnitName, EmployeeEvaluation? Evaluation)
{
    internal Assessment? Assessment => Evaluation?.Assessment;

    internal SheetCell State =>
        Evaluation is null ? ExportTexts.NotInRun
        : Evaluation.NotAssessed is { } reason ? ExportTexts.Of(reason)
        : ExportTexts.Assessed;
}

internal sealed record AllowanceLine(ResultLine Result, AllowanceFactor Factor)
{
    /// <summary>Why there is no factor; whom the run did not know has none for that reason.</summary>
    internal SheetCell State =>
        Factor.Why is not { } why ? ExportTexts.Complete
        : why == NoFactorReason.NotAssessed ? Result.State
        : ExportTexts.Of(why);
}
