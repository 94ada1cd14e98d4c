using NodaTime;

namespace Kinerja.Domain.Objections;

/// <summary>
/// Whom the register has above the rater by now, and above that one; null for nobody. Who is a side of the objection is
/// none of them.
/// </summary>
public readonly record struct DecidingLine(EmployeeId? Superior, EmployeeId? NextUp)
{
    /// <summary>
    /// The superior of the day of filing or of today; after the last day of the term to pass on the next one up too.
    /// The superior does not lose the right by it: whoever comes first decides.
    /// </summary>
    public bool MayDecide(Objection known, EmployeeId by, LocalDate today) =>
        by != known.Claim.EmployeeId
        && (by == known.SuperiorId || by == Superior
            || (by == NextUp && by != known.RaterId && known.HasPassedOn(today)));
}
