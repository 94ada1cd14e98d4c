using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// A fence as it was drawn: read once, its outline not yet held against itself, which may take a processor for longer
/// than reading it did.
/// </summary>
public sealed class DrawnFence
{
    private readonly FaultList _faults;

    internal DrawnFence(FaultList faults) => _faults = faults;

    /// <summary>The rings that were read, beside whatever faults; null when these are at fault.</summary>
    internal MultiPolygon? Area { get; init; }

    /// <summary>Null when anything is at fault.</summary>
    internal Geofence? Fence { get; init; }

    /// <summary>Whether more is to be compared than in a few milliseconds; it is counted no further.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    internal bool IsDear(CancellationToken cancel) => Area is not null && OutlineCheck.IsDear(Area, cancel);

    /// <summary>The fence as that version, or every fault of it.</summary>
    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public Result<Geofence> Check(int version, CancellationToken cancel = default)
    {
        if (Area is not null && OutlineCheck.FaultOf(Area, cancel) is { } fault)
        {
            return _faults.Refuse(new FieldFault("/geometry", fault.Detail) { At = fault.At });
        }

        return Fence is null ? _faults.Refuse() : Fence with { Version = version };
    }
}
