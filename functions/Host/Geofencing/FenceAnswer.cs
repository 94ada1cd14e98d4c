using Kinerja.Application.Geofencing;
using Kinerja.Domain.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Geofencing;

/// <summary>A fence as an answer: its Feature, with its version as ETag.</summary>
internal static class FenceAnswer
{
    internal static IResult Of(HttpRequest request, Geofence fence, UsableAccuracy? usable = null)
    {
        request.Tag(fence.Version);
        return new BytesAnswer(GeofenceContract.Write(fence, usable), "application/geo+json");
    }
}
