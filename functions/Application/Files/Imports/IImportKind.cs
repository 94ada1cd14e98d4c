using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>
/// One kind of row: its columns, and how rows go through the operation that takes the same over HTTP. Nothing here
/// judges: what a row may say is what that operation takes.
/// </summary>
internal interface IImportKind
{
    ImportKind Kind { get; }

    IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>What each row would do by now, those before it done, in their order; writes nothing.</summary>
    Task<ImportPlan> PlanAsync(Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel);
}

/// <summary>What rows would do, in their order, and how to have some of them do it.</summary>
/// <param name="Lines">A line a row.</param>
/// <param name="WriteAsync">
/// Writes the rows of those places, none of which has a fault, at once after planning them; of each its refusal, or
/// null.
/// </param>
internal sealed record ImportPlan(
    IReadOnlyList<ImportLine> Lines,
    Func<IReadOnlyList<int>, CancellationToken, Task<IReadOnlyList<Refusal?>>> WriteAsync);
