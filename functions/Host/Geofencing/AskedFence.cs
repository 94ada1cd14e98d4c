using Kinerja.Application.Geofencing;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Geofencing;

/// <summary>A fence as a path names it, for a caller who may touch it, with the version that If-Match demands.</summary>
internal readonly record struct AskedFence(AgencyId Agency, GeofenceId Id, int? Version)
{
    internal static Result<AskedFence> Read(HttpRequest request, string agency, string id, string scope) =>
        AskedAgency.Read(request, agency, scope)
            .Then(a => GeofenceId.Parse(id)
                .Then(fence => request.IfMatch()
                    .Then<AskedFence>(match => new AskedFence(a, fence, match.Version))));
}

/// <summary>A fence as an answer: its Feature, with its version as ETag.</summary>
internal static class FenceAnswers
{
    internal static IResult Of(HttpRequest request, Result<Geofence> result)
    {
        if (!result.TryGet(out var fence, out var refusal))
        {
            return HttpExchange.Refuse(refusal);
        }

        request.Tag(fence.Version);
        return new BytesAnswer(GeofenceContract.Write(fence), "application/geo+json");
    }
}
