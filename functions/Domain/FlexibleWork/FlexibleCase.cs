using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>All that is known when somebody asks whether a person may work elsewhere on a date.</summary>
public sealed record FlexibleCase(Employee Employee, OrganisationUnit Unit, Post? Post, LocalDate Date)
{
    /// <summary>Null when the agency has none that holds on the date.</summary>
    public FlexibleWorkPolicy? Policy { get; init; }

    public IReadOnlyCollection<Entitlement> Entitlements { get; init; } = [];

    /// <summary>The person's other planned days; the date itself may be among them and is not counted twice.</summary>
    public IReadOnlyCollection<LocalDate> Planned { get; init; } = [];

    /// <summary>Active people of the unit.</summary>
    public int PeopleInUnit { get; init; }

    /// <summary>How many others of the unit have planned that date.</summary>
    public int OthersElsewhere { get; init; }

    public required Func<LocalDate, bool> IsWorkingDay { get; init; }

    /// <summary>
    /// Days per week that the person may take: the policy's, and no more than a needed entitlement says; of several the
    /// one that gives most.
    /// </summary>
    public int DaysPerWeek => Math.Min(
        Policy?.DaysPerWeek ?? 0,
        Policy is { NeedsEntitlement: true } ? Places.Select(e => e.DaysPerWeek ?? 7).DefaultIfEmpty(7).Max() : 7);

    public int MostElsewhere => Policy?.MostElsewhere(Unit.Id, Date, PeopleInUnit) ?? 0;

    internal bool IsEntitled => Places.Any();

    private IEnumerable<Entitlement> Places => Entitlement.On(Entitlements, EntitlementKind.FlexiblePlace, Date);
}

/// <summary>
/// The answer with every reason at once; no reason means yes. The version names the policy that decided.
/// </summary>
public sealed record FlexibleDecision(IReadOnlyList<FlexibleReason> Reasons, string? PolicyVersion)
{
    public bool Eligible => Reasons.Count == 0;
}
