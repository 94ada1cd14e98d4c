using NodaTime;

namespace Kinerja.Domain.Runs;

/// <summary>
/// That a final result was opened again: by which official, why, and up to which day ratings may be put right. What is
/// put right is a revision like any other, with a term for those whose outcome it changes; then it is final again.
/// </summary>
public sealed record Reopening(EmployeeId By, string Reason, int Revision, Instant At, LocalDate Until)
{
    public Actor? Actor { get; init; }

    /// <summary>Years without a calendar, of which the term counted Monday to Friday.</summary>
    public IReadOnlyList<int> UncoveredYears { get; init; } = [];

    /// <summary>Whether everybody who receives results has been told.</summary>
    public bool Told { get; init; }

    /// <summary>Whether it is the same act, whenever it came.</summary>
    public bool Says(EmployeeId by, string reason) => (By, Reason) == (by, reason);
}
