using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A fence as it stands after a PUT, whether that PUT changed anything, and how coarse a fix may be in it.
/// </summary>
public sealed record KeptFence(Geofence Fence, bool IsNewVersion, UsableAccuracy Usable);

/// <summary>Geofences of an agency. Every change is a new version; no version is ever changed.</summary>
public sealed class KeepGeofences(
    IGeofences geofences, AgencyDirectory register, ExpensiveWorkLane lane, TimeProvider clock)
{
    /// <summary>
    /// Adds the next version, or none when the content is what is in force already: a repeat changes nothing, also one
    /// whose first answer was lost. With <paramref name="condition"/> (If-Match) a change must build on that
    /// version.
    /// </summary>
    public async Task<Result<KeptFence>> PutAsync(
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
            fence => (fence, FenceContent.Sha256(fence), UsableAccuracyRules.Of(fence, cancel)), cancel);
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

    public async Task<Result<Geofence>> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await geofences.FindAsync(agency, id, cancel) is { } fence ? fence : NotFound.Geofence(id);

    public async Task<Result<Geofence>> FindVersionAsync(
        AgencyId agency,
        GeofenceId id,
        int version,
        CancellationToken cancel) =>
        await geofences.FindVersionAsync(agency, id, version, cancel) is { } fence
            ? fence
            : NotFound.GeofenceVersion(id, version);

    /// <summary>The fences in force, by id.</summary>
    public async Task<Result<IReadOnlyList<FenceSummary>>> ListAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await geofences.ListSummariesAsync(agency, cancel).ToListAsync(cancel);

    /// <summary>Oldest first, also of a fence that was withdrawn.</summary>
    public async Task<Result<IReadOnlyList<FenceSummary>>> ListVersionsAsync(
        AgencyId agency,
        GeofenceId id,
        CancellationToken cancel) =>
        await geofences.ListVersionsAsync(agency, id, cancel).ToListAsync(cancel) is { Count: > 0 } versions
            ? versions
            : NotFound.Geofence(id);

    /// <summary>
    /// Puts a fence out of force. Its versions stay readable, and verdicts keep the one they were made with.
    /// </summary>
    public async Task<Result<StandingFence>> WithdrawAsync(
        Actor actor,
        GeofenceId id,
        VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await geofences.FindStandingAsync(agency, id, cancel) is not { Withdrawn: false } standing)
        {
            return NotFound.Geofence(id);
        }

        if (condition?.Allows(standing.Version) == false
            || !await geofences.WithdrawAsync(agency, id, standing with { Actor = actor }, cancel))
        {
            return Stale(id, standing);
        }

        register.Invalidate(agency);
        return standing;
    }

    private static Refusal Stale(GeofenceId id, StandingFence? inForce) => Refusal.Stale(inForce is null
        ? $"Geofence {id} is not in force."
        : $"The current version of {id} is {inForce.Version}, or has just changed.");
}
