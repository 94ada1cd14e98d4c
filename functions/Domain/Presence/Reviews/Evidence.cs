using System.Globalization;
using NodaTime;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>What a superior is asked to look at. None of them proves anything.</summary>
public enum SignalKind
{
    LowTrust,
    ImpossibleTravel,
    RepeatedCoordinates,
    SharedCoordinates,
    SharedDevice,
    ManyDevices,

    /// <summary>A proof of presence was asked for and none came; nothing is looked for in check-ins.</summary>
    UnansweredSpotCheck,

    /// <summary>The time of receipt counts, since the device's clock cannot be told.</summary>
    UntoldClock,

    /// <summary>Many days of a month wait for a ruling. Deciding it rules on none of them.</summary>
    RepeatedOpenDays,

    /// <summary>The person's name stands as helper under many people's check-ins of a day.</summary>
    ManyAssisted,
}

/// <summary>What was seen, in numbers; each signal fills in those that it knows.</summary>
public sealed record SignalFigures
{
    public int? Trust { get; init; }

    public double? Kilometres { get; init; }

    public double? Minutes { get; init; }

    public int? Days { get; init; }

    /// <summary>
    /// Everybody concerned, the person included. Who the others are is not said: they are not this superior's people.
    /// </summary>
    public int? People { get; init; }

    public int? Devices { get; init; }
}

/// <summary>
/// One thing seen about one person: the person's own check-ins in it, in order, and the day of the last of them.
/// Without check-ins it is about one that did not come, or about the day.
/// </summary>
public sealed record Evidence(
    EmployeeId EmployeeId,
    SignalKind Signal,
    LocalDate Date,
    IReadOnlyList<ClientId> CheckIns,
    SignalFigures Figures)
{
    /// <summary>What was asked for, where the evidence is that nothing came.</summary>
    public AskedWindow? Asked { get; init; }

    /// <summary>What a decision about it covers: the check-ins, the window that has none, or the day.</summary>
    internal IEnumerable<string> Subjects => Asked is { } window
        ? [string.Create(CultureInfo.InvariantCulture, $"asked {window.Opens.ToInstant().ToUnixTimeTicks():D20}")]
        : CheckIns.Count > 0 ? CheckIns.Select(id => id.ToString())
        : [string.Create(CultureInfo.InvariantCulture, $"day {Date:uuuu-MM-dd}")];

    public bool IsSameAs(Evidence other) =>
        this == other with { CheckIns = CheckIns } && CheckIns.SequenceEqual(other.CheckIns);

    internal static Evidence Of(SignalKind signal, IEnumerable<Sighting> seen, SignalFigures figures)
    {
        var inOrder = seen.OrderBy(s => s.Date).ThenBy(s => s.CheckInId).ToList();
        return new Evidence(
            inOrder[0].EmployeeId, signal, inOrder[^1].Date, [.. inOrder.Select(s => s.CheckInId)], figures);
    }
}
