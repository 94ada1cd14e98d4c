using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Files;

namespace Kinerja.Application.Files.Imports;

/// <summary>Imports with their rows, page by page; what a row says is sealed, since it may hold a NIP.</summary>
public interface IImports
{
    Task<Tagged<Import>?> FindAsync(AgencyId agency, ImportId id, CancellationToken cancel);

    /// <summary>The first version (tag null) or the next one; false when somebody else wrote it meanwhile.</summary>
    Task<bool> PutAsync(Import import, string? tag, CancellationToken cancel);

    Task PutPageAsync(ImportPage page, CancellationToken cancel);

    /// <summary>Null when there is no such page.</summary>
    Task<ImportPage?> FindPageAsync(Import import, int number, CancellationToken cancel);

    IAsyncEnumerable<Import> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Takes away the pages of all previews but that version's.</summary>
    Task RemovePagesAsync(AgencyId agency, ImportId id, int? but, CancellationToken cancel);

    /// <summary>Takes away the import itself.</summary>
    Task RemoveAsync(Import import, CancellationToken cancel);
}

/// <summary>Some rows of a preview in the order of the file; pages count from 0.</summary>
public sealed record ImportPage(
    AgencyId AgencyId, ImportId Id, int Version, int Number, IReadOnlyList<ImportLine> Lines)
{
    /// <summary>Whether it is known of every row what became of it.</summary>
    public bool IsDone => Lines.All(line => line.Outcome is not null);
}

/// <summary>The next pages of an import's preview of that version are to be written.</summary>
public sealed record ImportStep(AgencyId AgencyId, ImportId Id, int Version);

public interface IImportQueue
{
    Task SendAsync(ImportStep step, CancellationToken cancel);
}
