using System.Security.Cryptography;
using Kinerja.Application.Geofencing.GeoJson;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A fence as it stands after a PUT, whether that PUT changed anything, and how coarse a fix may be in it.
/// </summary>
public sealed record KeptFence(Geofence Fence, bool IsNewVersion, UsableAccuracy Usable);

/// <summary>Puts a geofence in force. Every change is a new version; no version is ever changed.</summary>
public sealed class PublishGeofence(
    IGeofences geofences, AgencyDirectory register, ExpensiveWorkLane lane, TimeProvider clock)
{
    /// <summary>
    /// Adds the next version, or none when the content is what is in force already: a repeat changes nothing, also one
    /// whose first answer was lost. With <paramref name="condition"/> (If-Match) a change must build on that
    /// version.
    /// </summary>
    public async Task<Result<KeptFence>> ExecuteAsync(
        Actor actor,
        GeofenceId id,
        VersionCondition? condition,
        FenceDraft draft,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var standing = await geofences.FindStandingAsync(agency, id, cancel);
        var version = 1 + (standing?.Version ?? 0);
        var read = await draft.ReadAsync(
            lane, agency, version,
            fence => (fence, ContentSha256(fence), UsableAccuracyRules.Of(fence, cancel)), cancel);
        if (!read.TryGet(out var known, out var refusal))
        {
            return refusal;
        }

        var (fence, content, usable) = known;
        var inForce = standing is { Withdrawn: false } ? standing : null;
        if (inForce?.ContentSha256 == content)
        {
            return new KeptFence(fence with { Version = inForce.Version }, IsNewVersion: false, usable);
        }

        if (condition?.Allows(inForce?.Version) == false)
        {
            return Stale(id, inForce);
        }

        var next = new FenceVersion(fence, content, clock.Now()) { Actor = actor };
        if (!await geofences.AddVersionAsync(agency, next, standing, cancel))
        {
            return Stale(id, inForce);
        }

        register.Invalidate(agency);
        return new KeptFence(fence, IsNewVersion: true, usable);
    }

    /// <summary>
    /// SHA-256 of what a fence says, whatever its version: over the document that a GET answers. Two equal hashes are
    /// one content, so that the same body again is recognised without reading the stored area. It names no area: a
    /// version with another name and the same long area shares the area's rows, which have a hash of their own.
    /// </summary>
    private static string ContentSha256(Geofence fence) =>
        Convert.ToHexStringLower(SHA256.HashData(GeofenceWriter.Write(fence with { Version = 0 }).Span));

    internal static Refusal Stale(GeofenceId id, StandingFence? inForce) => Refusal.Stale(inForce is null
        ? (Sentence)$"Geofence {id} is not in force."
        : (Sentence)$"The current version of {id} is {inForce.Version}, or has just changed.");
}
