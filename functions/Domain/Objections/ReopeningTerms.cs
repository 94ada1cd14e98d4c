using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Objections;

/// <summary>
/// Who may open a final result again, by person or by post, and for how long ratings may then be put right. Nobody is
/// named unless the agency's policy does: no rule says who. Shipped: 14 calendar days.
/// </summary>
public sealed record ReopeningTerms(IReadOnlySet<EmployeeId> People, IReadOnlySet<PostId> Posts, Term Term)
{
    public static Term DefaultTerm { get; } = new(14, DayCount.Calendar);

    public static ReopeningTerms Nobody { get; } = new(new HashSet<EmployeeId>(), new HashSet<PostId>(), DefaultTerm);

    /// <summary>In service that day, and named.</summary>
    public bool Name(Employee official) =>
        official.Active
        && (People.Contains(official.Id) || (official.PostId is { } post && Posts.Contains(post)));
}
