using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>An area as it was when a check-in was judged by it.</summary>
public readonly struct JudgingFenceResponse(Geofence fence)
{
    public GeofenceId Id => fence.Id;
    public int Version => fence.Version;
    public string Name => fence.Name;
    public GeofenceKind Kind => fence.Kind;
    public OutlineResponse Geometry => new(fence.Area);
}

public readonly struct PlacedCheckInResponse(CheckIn checkIn, Position? position)
{
    public PositionRequest? Position => PositionRequest.Of(position);
    public CheckInResponse CheckIn => CheckInResponse.Of(checkIn, replayed: true);

    internal static IReadOnlyList<PlacedCheckInResponse> Of(DayEvidence evidence) =>
        [.. evidence.CheckIns.Select(one => new PlacedCheckInResponse(
            evidence.Sight == EvidenceSight.Own ? one : one.ForOthers(), evidence.PositionOf(one)))];
}

public readonly struct DayEvidenceResponse(DayEvidence evidence)
{
    public EmployeeId EmployeeId => evidence.EmployeeId;
    public LocalDate Date => evidence.Date;
    public IReadOnlyList<PlacedCheckInResponse> CheckIns =>
        PlacedCheckInResponse.Of(evidence);
    public IReadOnlyList<JudgingFenceResponse> Fences =>
        [.. evidence.Fences.Select(fence => new JudgingFenceResponse(fence))];

    public static DayEvidenceResponse Of(DayEvidence evidence) => new(evidence);
}
