using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>Where a swap stands, and what a step of its history did.</summary>
public enum ShiftSwapState
{
    Requested,

    /// <summary>The other person agreed.</summary>
    Agreed,

    /// <summary>Of a step: by one superior. Of a swap: by the other person and by every superior; it holds.</summary>
    Approved,
    Declined,
}

/// <summary>One step of a swap's history: who did it, when, and in which words.</summary>
public sealed record ShiftSwapStep(ShiftSwapState State, EmployeeId By, Instant At, string Words)
{
    /// <summary>Of an approval: the superiors whose right it was, also where one acted who is none of them.</summary>
    public IReadOnlyList<EmployeeId> InNameOf { get; init; } = [];

    public Actor? Actor { get; init; }
}

/// <summary>The nearest superior of one of the two, and who acts for that one today.</summary>
public sealed record SwapApprover(EmployeeId Superior, IReadOnlyList<EmployeeId> Deputies)
{
    public IReadOnlyList<EmployeeId> All => [Superior, .. Deputies];
}

/// <summary>A swap as a client asks for it: on each of these dates each of the two has the other's shift.</summary>
public sealed record ShiftSwapCommand(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    EmployeeId WithId,
    IReadOnlyList<LocalDate> Dates,
    string Reason);

/// <summary>
/// Two people of one roster exchange what it gives them: on each of the dates, those on which shifts start, each has
/// the other's shift or day off. Whoever gives a shift away for another one names both dates.
/// </summary>
public sealed record ShiftSwap(
    ClientId Id,
    AgencyId AgencyId,
    EmployeeId EmployeeId,
    EmployeeId WithId,
    IReadOnlyList<LocalDate> Dates,
    ShiftSwapState State,
    IReadOnlyList<ShiftSwapStep> Trail)
{
    /// <summary>
    /// Its place among the agency's swaps that hold, in the order in which they came to, from 1; null before it does.
    /// </summary>
    public int? Number { get; init; }

    /// <summary>The first of its dates; it stands under that date's month.</summary>
    public LocalDate First => Dates[0];

    public IReadOnlyList<EmployeeId> Both => [EmployeeId, WithId];

    public bool IsOpen => State is ShiftSwapState.Requested or ShiftSwapState.Agreed;

    /// <summary>Whether this is what the claim asks for, whatever became of it since.</summary>
    public bool IsOf(ShiftSwapCommand claim) =>
        (Id, EmployeeId, WithId, Trail[0].Words) == (claim.Id, claim.EmployeeId, claim.WithId, claim.Reason)
        && Dates.SequenceEqual(claim.Dates);
}
