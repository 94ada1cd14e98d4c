using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// Who is above a person: the superior of record, and the next one above. Null where the register names nobody.
/// </summary>
public sealed record Superiors(EmployeeId? First, EmployeeId? Next)
{
    /// <summary>
    /// In whose name somebody may rule on a day of that person: the superior of record or a delegate of that one; once
    /// the term is over also the next superior. Null: may not. Nobody rules on a day of one's own.
    /// </summary>
    public EmployeeId? RightOf(
        EmployeeId by, Employee person, IEnumerable<Delegation> delegations, LocalDate today, bool isOverdue)
    {
        if (by == person.Id)
        {
            return null;
        }

        var acts = delegations.Any(d => d.RaterId == First && d.DelegateId == by && d.HoldsOn(today));
        return by == First || acts ? First : isOverdue && by == Next ? Next : null;
    }
}
