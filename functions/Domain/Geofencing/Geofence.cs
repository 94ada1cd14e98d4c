using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Kinerja.Domain.Geofencing;

/// <summary>What a fence stands for; office and field count as such, home and WFA area as flexible work.</summary>
public enum GeofenceKind
{
    Office,
    Home,
    WfaArea,
    FieldSite,
}

/// <summary>Why a fence does not judge a position.</summary>
public enum FenceExclusion
{
    OtherPeople,
    NotYetValid,
    NoLongerValid,
    OutsideWindows,
    Holiday,
}

/// <summary>
/// Whose fence it is: with all lists empty everybody's in the agency, else that of whoever is in a named unit, holds a
/// named post or is named.
/// </summary>
public sealed record GeofenceScope(IReadOnlyList<UnitId> Units, IReadOnlyList<EmployeeId> Employees)
{
    public static GeofenceScope Everybody { get; } = new([], []);

    public IReadOnlyList<PostId> Posts { get; init; } = [];

    public bool Covers(Employee employee) =>
        (Units.Count == 0 && Employees.Count == 0 && Posts.Count == 0)
        || Units.Contains(employee.UnitId)
        || (employee.PostId is { } post && Posts.Contains(post))
        || Employees.Contains(employee.Id);
}

/// <summary>
/// One version of an area that an agency set: polygons with holes, the zone whose date counts there, days of validity
/// (first included, end excluded, null = open), and the least probability of being inside that still counts as inside.
/// </summary>
public sealed record Geofence(
    GeofenceId Id,
    int Version,
    string Name,
    GeofenceKind Kind,
    DateTimeZone Zone,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    double InsideThreshold,
    GeofenceScope Scope,
    MultiPolygon Area)
{
    /// <summary>A fix on the wall of a building still counts; one whose error dwarfs the building does not.</summary>
    public const double DefaultInsideThreshold = 0.2;

    /// <summary>When in the week it is in force, by the clock of <see cref="Zone"/>.</summary>
    public FenceHours Hours { get; init; } = FenceHours.Always;

    /// <summary>How many people the place holds, for the report on occupancy; no verdict reads it.</summary>
    public int? CapacityPeople { get; init; }

    /// <summary>
    /// What the outline covers on the ground, without its holes, in whole square metres: right to 0.1% for what is a
    /// few kilometres wide. Floors above one another are not known to it.
    /// </summary>
    public double AreaSquareMetres
    {
        get
        {
            var middle = Area.Centroid;
            var plane = new LocalPlane(middle.Y, middle.X);
            return Math.Round(Area.Area * plane.MetresPerDegreeNorth * plane.MetresPerDegreeEast);
        }
    }

    /// <summary>
    /// Whether it is in force at the instant, by the date and the clock of its own zone. <paramref name="isHoliday"/>
    /// is the agency's calendar; without one no day is a holiday.
    /// </summary>
    public bool IsInForce(Instant at, Func<LocalDate, bool>? isHoliday = null) => WhyNotInForce(at, isHoliday) is null;

    /// <summary>
    /// Null when it is in force, else why not. The day on which a window began decides on validity and holiday, so a
    /// night that begins on the last valid day counts to its end.
    /// </summary>
    public FenceExclusion? WhyNotInForce(Instant at, Func<LocalDate, bool>? isHoliday = null)
    {
        if (ValidFrom is null && ValidTo is null && Hours is { Windows: [], Holidays: HolidayRule.InForce })
        {
            return null;
        }

        var wall = at.InZone(Zone).LocalDateTime;
        if (Hours.Windows.IsEmpty)
        {
            return WhyNotOn(wall.Date, isHoliday);
        }

        FenceExclusion? why = FenceExclusion.OutsideWindows;
        foreach (var window in Hours.Windows)
        {
            if (window.BeganOn(wall) is { } day && (why = WhyNotOn(day, isHoliday)) is null)
            {
                return null;
            }
        }

        return why;
    }

    public override string ToString() => $"{Id} v{Version}";

    private FenceExclusion? WhyNotOn(LocalDate day, Func<LocalDate, bool>? isHoliday)
    {
        if (day < ValidFrom)
        {
            return FenceExclusion.NotYetValid;
        }

        if (day >= ValidTo)
        {
            return FenceExclusion.NoLongerValid;
        }

        return Hours.Holidays == HolidayRule.NotInForce && isHoliday is not null && isHoliday(day)
            ? FenceExclusion.Holiday
            : null;
    }
}
