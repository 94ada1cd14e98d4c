namespace Kinerja.Domain.Workforce;

/// <summary>Civil servant (PNS) or employee with a work agreement (PPPK): PermenPANRB 6/2022 covers both alike.</summary>
public enum EmploymentKind
{
    Pns,
    Pppk,
}

/// <summary>
/// A person of an agency. The rater (pejabat penilai) is the direct superior or a delegate, and nobody's own;
/// a person without one cannot be rated and shows up as not assessed.
/// </summary>
public sealed record Employee(EmployeeId Id, UnitId UnitId, EmploymentKind Kind, EmployeeId? RaterId, bool Active);
