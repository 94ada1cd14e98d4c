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
    Task<IReadOnlyList<ImportLine>> PlanAsync(
        Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel);

    /// <summary>Writes rows that were planned just before; a row's refusal, or null.</summary>
    Task<IReadOnlyList<Refusal?>> WriteAsync(Actor actor, IReadOnlyList<ImportRow> rows, CancellationToken cancel);
}
