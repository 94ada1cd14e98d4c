using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// A fence's version as it is written: once, and never changed. The hash is over what it says, not its number.
/// </summary>
public sealed record FenceVersion(Geofence Fence, string ContentSha256, Instant WrittenAt)
{
    public Actor? Actor { get; init; }
}

/// <summary>What stands under a fence's id, without its area. The tag is what its next write must bring.</summary>
public sealed record StandingFence(int Version, bool Withdrawn, string ContentSha256, string Tag)
{
    /// <summary>Who wrote it, or withdrew it.</summary>
    public Actor? Actor { get; init; }
}

/// <summary>A version in a list: without its area.</summary>
public sealed record FenceSummary(
    GeofenceId Id,
    int Version,
    string Name,
    GeofenceKind Kind,
    LocalDate? ValidFrom,
    LocalDate? ValidTo,
    int Vertices,
    string ContentSha256,
    Instant WrittenAt);

public interface IGeofences
{
    /// <summary>The version in force; null when there is none or it was withdrawn.</summary>
    Task<Geofence?> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel);

    /// <summary>Any version that was ever written, also of a withdrawn fence.</summary>
    Task<Geofence?> FindVersionAsync(AgencyId agency, GeofenceId id, int version, CancellationToken cancel);

    /// <summary>What the next write builds on; a withdrawn fence goes on counting.</summary>
    Task<StandingFence?> FindStandingAsync(AgencyId agency, GeofenceId id, CancellationToken cancel);

    /// <summary>The fences in force, by id.</summary>
    IAsyncEnumerable<Geofence> ListAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>The fences in force, by id, without their areas.</summary>
    IAsyncEnumerable<FenceSummary> ListSummariesAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>All versions of a fence, oldest first.</summary>
    IAsyncEnumerable<FenceSummary> ListVersionsAsync(AgencyId agency, GeofenceId id, CancellationToken cancel);

    /// <summary>A text that is another one after every change to the agency's fences: one small read.</summary>
    Task<string> StampAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>
    /// Writes a version and puts it in force, if what stands is still <paramref name="standing"/> (null: nothing ever
    /// was); false otherwise. Whoever reads sees all of it or nothing.
    /// </summary>
    Task<bool> AddVersionAsync(
        AgencyId agency, FenceVersion version, StandingFence? standing, CancellationToken cancel);

    /// <summary>Puts a fence out of force; its versions stay. False when what stands is another by now.</summary>
    Task<bool> WithdrawAsync(AgencyId agency, GeofenceId id, StandingFence standing, CancellationToken cancel);
}
