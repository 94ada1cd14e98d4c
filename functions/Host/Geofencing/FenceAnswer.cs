using Kinerja.Application.Geofencing;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Domain.Geofencing;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Geofencing;

/// <summary>
/// A fence as an answer: its Feature, with its version as ETag; 304 for a reader that has this version already.
/// </summary>
internal static class FenceAnswer
{
    internal static IResult Of(HttpRequest request, Geofence fence, UsableAccuracy? usable = null)
    {
        request.Tag(fence.Version);
        return request.Has(fence.Version)
            ? Results.StatusCode(StatusCodes.Status304NotModified)
            : new BytesAnswer(GeofenceWriter.Write(fence, usable), "application/geo+json");
    }
}
