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

/// <summary>Whose fence it is: with both lists empty everybody's in the agency, else the named units' and people's.</summary>
public sealed record GeofenceScope(IReadOnlyList<UnitId> Units, IReadOnlyList<EmployeeId> Employees)
{
    public static GeofenceScope Everybody { get; } = new([], []);

    public bool Covers(Employee employee) =>
        (Units.Count == 0 && Employees.Count == 0)
        || Units.Contains(employee.UnitId)
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

    public bool IsValidOn(LocalDate day) =>
        (ValidFrom is not { } from || from <= day) && (ValidTo is not { } to || day < to);

    /// <summary>Whether it is valid on the date that the instant has in the fence's own zone.</summary>
    public bool IsInForce(Instant at) =>
        (ValidFrom is null && ValidTo is null) || IsValidOn(at.InZone(Zone).Date);

    public override string ToString() => $"{Id} v{Version}";
}
