using Kinerja.Application.Files.Imports;
using Kinerja.Application.Tables;
using Kinerja.Domain.Files;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>Files that came in. A page is sealed; what is in it is pinned by a test of its own.</summary>
internal static class PinnedFiles
{
    private static readonly ImportId Id = ImportId.Of(
        ImportKind.Ratings, "5f0c2a6d9be14c07a1d24be7b2f0c9d3e4a5b6c7d8e9f0a1b2c3d4e5f6a7b8c9");

    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(TableNames.Imports, "import", Import, ImportRows.Write, ImportRows.Read),
        PinnedRow.Of(
            TableNames.ImportPages, "page", new SealedImportPage(Some.AgencyId, Id, 2, 7, "id.sealed"),
            ImportRows.Write, ImportRows.ReadPage) with { IsVerbatim = true },
    ];

    private static Import Import => new(
        Some.AgencyId, Id, 2, ImportState.Applied, new(1, 2, 3, 4, 5, 6, 7, 8), 9, Some.Morning)
    {
        Choice = ImportChoice.Good,
        KeptColumns = ["unitId", "kind"],
        NextPage = 9,
        EndedAt = Some.Morning + Duration.FromTicks(7),
        Actor = Some.Actor.For(Some.Person("peg-head")),
    };
}
