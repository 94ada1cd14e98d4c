namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// Every reason for a "no" to flexible work, in the order in which they are told. What rules out for good stands first,
/// since deny wins; what another day would change stands last.
/// </summary>
public enum FlexibleReason
{
    /// <summary>The post, or its kind of work, is on a deny list.</summary>
    PostDenied,

    /// <summary>The unit serves the public directly and works from the office.</summary>
    DirectServiceUnit,

    /// <summary>The person holds no post that the register knows.</summary>
    NoPost,

    /// <summary>The agency did not put the post on its list.</summary>
    PostNotListed,

    NotActive,

    /// <summary>A discipline case is being examined, or a punishment served (PermenPANRB 4/2025).</summary>
    DisciplineCase,

    /// <summary>In service for fewer months than the policy asks (PermenPANRB 4/2025: pegawai baru).</summary>
    NewStaff,

    /// <summary>The agency has no flexible-work policy for that date.</summary>
    NotAdopted,

    /// <summary>Unit or post are not part of the trial.</summary>
    OutsidePilot,

    /// <summary>The unit's turn in the roll-out has not come.</summary>
    WaveNotBegun,

    /// <summary>The policy allows other days of the week.</summary>
    DayNotAllowed,

    /// <summary>It is a reward, and the person has none that holds on that date.</summary>
    NoEntitlement,

    /// <summary>The week's days are used up.</summary>
    WeeklyQuotaUsed,

    /// <summary>Too many working days elsewhere in a row.</summary>
    TooManyInARow,

    /// <summary>As many of the unit as may work elsewhere that day already do.</summary>
    UnitShareReached,

    /// <summary>The day was worked elsewhere without having been planned.</summary>
    NotPlanned,

    /// <summary>The day was planned for another place than where the check-in was made.</summary>
    OtherPlace,
}
