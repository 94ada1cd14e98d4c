using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Geofencing;

public sealed record FenceListResponse(IReadOnlyList<FenceSummary> Geofences)
{
    public static FenceListResponse Of(IEnumerable<FenceSummary> fences) =>
        new([.. fences]);
}
