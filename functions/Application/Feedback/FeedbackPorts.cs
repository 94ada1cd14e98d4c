using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Feedback;

public interface IFeedbackNotes
{
    /// <summary>Stores a note once: null when it is new, else the stored one that has its id in that quarter.</summary>
    Task<FeedbackNote?> AddOrFindAsync(FeedbackNote note, CancellationToken cancel);

    Task<FeedbackNote?> FindAsync(
        AgencyId agency, Quarter quarter, EmployeeId receiver, ClientId id, CancellationToken cancel);

    Task<IReadOnlyList<FeedbackNote>> ListAsync(
        AgencyId agency, Quarter quarter, EmployeeId receiver, CancellationToken cancel);

    /// <summary>What somebody gave in that quarter since notes are kept by their givers too.</summary>
    Task<IReadOnlyList<FeedbackNote>> ListGivenAsync(
        AgencyId agency, Quarter quarter, EmployeeId giver, CancellationToken cancel);

    /// <summary>Everybody who gave somebody a leader's feedback in that quarter.</summary>
    Task<IReadOnlySet<EmployeeId>> LeadersAsync(AgencyId agency, Quarter quarter, CancellationToken cancel);

    /// <summary>
    /// How many leaders' notes each person got in that quarter, or of them those that came within the span. Of others'
    /// there is no count: less what the person may see it would tell of few givers.
    /// </summary>
    Task<IReadOnlyDictionary<EmployeeId, int>> CountAsync(
        AgencyId agency, Quarter quarter, Interval? within, HashRange range, CancellationToken cancel);
}

/// <summary>Dialogues by person and by leader. One is named by its person and what its client calls it.</summary>
public interface IDialogues
{
    Task<Tagged<DialogueNote>?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    /// <summary>Every version, oldest first.</summary>
    IAsyncEnumerable<DialogueNote> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    IAsyncEnumerable<DialogueNote> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    IAsyncEnumerable<DialogueNote> ListOfLeaderAsync(AgencyId agency, EmployeeId leader, CancellationToken cancel);

    /// <summary>
    /// Adds the first version (tag null) or the next one, and keeps those before; false when somebody else wrote
    /// meanwhile.
    /// </summary>
    Task<bool> AddVersionAsync(AgencyId agency, DialogueNote dialogue, string? tag, CancellationToken cancel);
}
