using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;

namespace Kinerja.Application.Geofencing;

/// <summary>One feature's outcome: stored as a new version, unchanged, or a problem.</summary>
public sealed record FenceImportItem(
    int Index,
    int Status,
    string? Outcome,
    GeofenceId? Id,
    int? Version,
    UsableAccuracyResponse? UsableAccuracy,
    ProblemResponse? Problem)
{
    internal static FenceImportItem Of(int index, Result<KeptFence> kept, bool indonesian)
    {
        if (kept.TryGet(out var good, out var refusal))
        {
            var (status, outcome) = good.IsNewVersion ? (201, "stored") : (200, "unchanged");
            return new FenceImportItem(
                index, status, outcome, good.Fence.Id, good.Fence.Version,
                new UsableAccuracyResponse(good.Usable), null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new FenceImportItem(index, problem.Status, null, null, null, null, problem);
    }
}

public sealed record FenceImportResponse(IReadOnlyList<FenceImportItem> Items)
{
    public static FenceImportResponse Of(IReadOnlyList<Result<KeptFence>> outcomes, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => FenceImportItem.Of(i, outcome, indonesian))]);
}
