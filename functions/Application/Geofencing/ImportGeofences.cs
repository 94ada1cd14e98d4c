using System.Text.Json;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// Up to 1,000 fences of a FeatureCollection with an outcome each, in the order of the request: a new version, what
/// stands already, or a problem with its place. A bad feature spoils nothing but itself; the same body again changes
/// nothing. A collection waits in line with one of its dear features at a time.
/// </summary>
public sealed class ImportGeofences(PublishGeofence publish, AgencyDirectory register)
{
    private const int AtOnce = 4;

    /// <summary>A refusal's pointers lead into the collection.</summary>
    public async Task<Result<IReadOnlyList<Result<KeptFence>>>> ExecuteAsync(
        JsonElement collection, Actor actor, CancellationToken cancel)
    {
        if (!FenceCollectionReader.Read(collection).TryGet(out var features, out var refusal))
        {
            return refusal;
        }

        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        var ids = EachOnce([.. features.Select(FeatureId.Read)]);
        var outcomes = new Result<KeptFence>[features.Count];
        using var dearOnes = new SemaphoreSlim(1);
        var options = new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel };
        await Parallel.ForAsync(0, features.Count, options, async (i, stop) =>
            outcomes[i] = (await PutAsync(actor, ids[i], features[i], dearOnes, stop)).Under($"/features/{i}"));
        return outcomes;
    }

    private async Task<Result<KeptFence>> PutAsync(
        Actor actor,
        Result<GeofenceId> id,
        JsonElement feature,
        SemaphoreSlim dearOnes,
        CancellationToken cancel)
    {
        if (!id.TryGet(out var good, out var refusal))
        {
            return refusal;
        }

        var draft = FenceDraft.Of(feature, good, "", cancel);
        if (!draft.IsDear)
        {
            return await publish.ExecuteAsync(actor, good, null, draft, cancel);
        }

        await dearOnes.WaitAsync(cancel);
        try
        {
            return await publish.ExecuteAsync(actor, good, null, draft, cancel);
        }
        finally
        {
            dearOnes.Release();
        }
    }

    /// <summary>Two features of one fence would race for its next version: the later one is refused.</summary>
    private static Result<GeofenceId>[] EachOnce(Result<GeofenceId>[] ids)
    {
        var first = new Dictionary<GeofenceId, int>();
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i].TryGet(out var id, out _) && !first.TryAdd(id, i))
            {
                Sentence detail = $"This fence stands in the collection before, at /features/{first[id]}.";
                ids[i] = new Refusal(
                    RefusalKind.Malformed, RefusalCodes.InvalidGeofence, detail)
                { Faults = [new("/id", detail)] };
            }
        }

        return ids;
    }
}
