using Kinerja.Domain;
using Kinerja.Domain.Dialogues;

namespace Kinerja.Application;

/// <summary>Dialogues by person and by leader. One is named by its person and what its client calls it.</summary>
public interface IDialogues
{
    Task<Tagged<DialogueNote>?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    /// <summary>Every version, oldest first.</summary>
    IAsyncEnumerable<DialogueNote> ListVersionsAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    IAsyncEnumerable<DialogueNote> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<DialogueNote> ListOfLeaderAsync(AgencyId agency, EmployeeId leader, CancellationToken cancel);

    /// <summary>Adds the first version (tag null) or the next one, and keeps those before; false when somebody else wrote meanwhile.</summary>
    Task<bool> AddVersionAsync(AgencyId agency, DialogueNote dialogue, string? tag, CancellationToken cancel);
}
