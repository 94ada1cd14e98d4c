using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Domain.FlexibleWork;

/// <summary>
/// A day that a person plans to work at a place of flexible work: a fence of kind home or WFA area that is his or hers.
/// The unit is the one whose share it counts against, as of planning.
/// </summary>
public sealed record FlexibleDay(
    EmployeeId EmployeeId,
    UnitId UnitId,
    LocalDate Date,
    GeofenceId Place,
    Instant PlannedAt,
    string PolicyVersion)
{
    /// <summary>Who planned it, or gave it the place that it has.</summary>
    public Actor? Actor { get; init; }

    /// <summary>Home or WFA area; a place that the agency did not set is none.</summary>
    public static bool IsPlace(GeofenceKind kind) => kind switch
    {
        GeofenceKind.Home or GeofenceKind.WfaArea => true,
        GeofenceKind.Office or GeofenceKind.FieldSite => false,
    };
}
