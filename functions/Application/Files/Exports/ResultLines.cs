using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Files.Exports;

/// <summary>The evaluation is null where the run did not know the person.</summary>
internal sealed record ResultLine(
    EvaluationRun Run, EmployeeId EmployeeId, UnitId UnitId, string? UnitName, EmployeeEvaluation? Evaluation)
{
    private const string NotInRun = "notInRun";

    internal Assessment? Assessment => Evaluation?.Assessment;

    internal string State =>
        Evaluation is null ? NotInRun
        : Evaluation.NotAssessed is { } reason ? JsonFormat.Name(reason)
        : "assessed";
}

internal sealed record AllowanceLine(ResultLine Result, AllowanceFactor Factor)
{
    /// <summary>Why there is no factor; whom the run did not know has none for that reason.</summary>
    internal string State =>
        Factor.Why is not { } why ? "complete"
        : why == NoFactorReason.NotAssessed ? Result.State
        : JsonFormat.Name(why);
}
