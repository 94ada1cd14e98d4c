using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application;

public interface IFeedbackNotes
{
    /// <summary>Stores a note once: null when it is new, else the stored one that has its id in that quarter.</summary>
    Task<FeedbackNote?> AddOrFindAsync(FeedbackNote note, CancellationToken cancel);

    Task<FeedbackNote?> FindAsync(AgencyId agency, Quarter quarter, EmployeeId receiver, ClientId id, CancellationToken cancel);

    Task<IReadOnlyList<FeedbackNote>> ListAsync(AgencyId agency, Quarter quarter, EmployeeId receiver, CancellationToken cancel);

    /// <summary>Everybody who gave somebody a leader's feedback in that quarter.</summary>
    Task<IReadOnlySet<EmployeeId>> LeadersAsync(AgencyId agency, Quarter quarter, CancellationToken cancel);

    Task<IReadOnlyDictionary<EmployeeId, int>> CountAsync(AgencyId agency, Quarter quarter, HashRange range, CancellationToken cancel);
}

/// <summary>Delegations by rater of record. One is named by its rater and its first day.</summary>
public interface IDelegations
{
    Task<Tagged<Delegation>?> FindAsync(AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel);

    /// <summary>Every delegation of that rater as it stands, by first day.</summary>
    Task<IReadOnlyList<Delegation>> ListAsync(AgencyId agency, EmployeeId rater, CancellationToken cancel);

    /// <summary>Every version of one delegation, oldest first.</summary>
    Task<IReadOnlyList<Delegation>> ListVersionsAsync(AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel);

    /// <summary>Adds the first version (tag null) or the next one, and keeps those before; false when somebody else wrote meanwhile.</summary>
    Task<bool> AddVersionAsync(AgencyId agency, Delegation delegation, string? tag, CancellationToken cancel);
}
