using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// Civil servant (PNS) or employee with a work agreement (PPPK): PermenPANRB 6/2022 covers both alike.
/// </summary>
public enum EmploymentKind
{
    Pns,
    Pppk,
}

/// <summary>
/// Where a person stands with PP 94/2021; only <see cref="None"/> allows flexible work (PermenPANRB 4/2025).
/// </summary>
public enum DisciplineStatus
{
    None,

    /// <summary>A case is being examined.</summary>
    InProcess,

    /// <summary>A punishment is being served.</summary>
    Serving,
}

/// <summary>
/// A person of an agency. The rater (pejabat penilai) is the direct superior or a delegate, and nobody's own;
/// a person without one cannot be rated and shows up as not assessed.
/// </summary>
public sealed record Employee(EmployeeId Id, UnitId UnitId, EmploymentKind Kind, EmployeeId? RaterId, bool Active)
{
    /// <summary>The post (jabatan) held; without one, nothing that depends on a post is open to the person.</summary>
    public PostId? PostId { get; init; }

    /// <summary>First day in service; unknown for most, who have long been there.</summary>
    public LocalDate? StartedOn { get; init; }

    public DisciplineStatus Discipline { get; init; }
}
