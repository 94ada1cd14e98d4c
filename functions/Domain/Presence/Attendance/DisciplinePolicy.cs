using Kinerja.Domain.Policies;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>What a step of a ladder provides. Which days come to which measure is policy, dated.</summary>
public enum DisciplineMeasure
{
    OralWarning,
    WrittenWarning,
    StatementOfDissatisfaction,

    /// <summary>A percentage of the allowance, for so many months.</summary>
    AllowanceCut,
    RaiseDelayed,
    PromotionDelayed,
    RankLowered,
    PostLowered,

    /// <summary>Relieved of the post to one of an executor (jabatan pelaksana).</summary>
    RelievedOfPost,
    Dismissal,

    /// <summary>Of PPPK: the work agreement ends.</summary>
    ContractEnded,
}

/// <summary>From so many days on, this measure, by this article.</summary>
/// <param name="Days">The least working days absent.</param>
/// <param name="Measure">What people are to consider.</param>
/// <param name="Months">How long it lasts; null for a measure that does not last.</param>
/// <param name="Percent">Of an allowance cut only.</param>
/// <param name="Article">The rule that says so.</param>
public sealed record DisciplineStep(int Days, DisciplineMeasure Measure, int? Months, decimal? Percent, string Article);

/// <summary>What a year's absences come to, the lightest first, and what so many in a row do.</summary>
public sealed record AbsenceLadder(IReadOnlyList<DisciplineStep> Steps, DisciplineStep? InARow)
{
    /// <summary>The tier of days in a row: the last step's where both come to the same, else one above it.</summary>
    public int TierInARow => Steps.Count + (Steps.Count > 0 && Steps[^1].Measure == InARow?.Measure ? 0 : 1);
}

/// <summary>
/// What absences come to in an agency. PP 94/2021 is of PNS. PPPK have a ladder only where the agency's rule gives one.
/// </summary>
public sealed record DisciplinePolicy(string Version, string Basis, AbsenceLadder Pns)
{
    public AbsenceLadder? Pppk { get; init; }

    /// <summary>So many minutes late or left early make one day of absence; null: minutes make no days.</summary>
    public int? MinutesOfADay { get; init; }
}

/// <summary>Which ladder holds for one person on a day.</summary>
public sealed class DisciplineLaw(PolicyTimeline<DisciplinePolicy> policies, Func<LocalDate, EmploymentKind> kindOn)
{
    public DisciplinePolicy PolicyOn(LocalDate date) => policies.On(date);

    /// <summary>Null where no rule has one for the person's kind.</summary>
    public AbsenceLadder? LadderOn(LocalDate date) =>
        kindOn(date) == EmploymentKind.Pns ? PolicyOn(date).Pns : PolicyOn(date).Pppk;
}
