using System.Text.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// An agency's policies as documents with a first day. A document is stored complete: what its author left out is
/// filled here, once, from the shipped version that holds on its first day, and nothing shipped later changes it. It is
/// never changed: what is put for the same day again is the next version and supersedes, and results go on naming the
/// version that made them.
/// </summary>
public sealed class PublishPolicy(
    IPolicies policies, ShippedPolicies shipped, AgencyDirectory register, IStaleMonths dirty, TimeProvider clock)
{
    /// <summary>
    /// Adds the next version. The same content as the newest adds nothing. With <paramref name="condition"/>
    /// (If-Match) a change must build on that version.
    /// </summary>
    public async Task<Result<PolicyDocument>> ExecuteAsync(
        Actor actor,
        PolicyKind kind,
        LocalDate from,
        VersionCondition? condition,
        JsonElement body,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        var newest = await policies.ListAsync(agency, kind.Name, from, cancel).LastOrDefaultAsync(cancel);
        if (!kind.Check(body, from, shipped).TryGet(out var json, out var refusal))
        {
            return refusal;
        }

        if (newest is not null && newest.Json.Span.SequenceEqual(json.Span))
        {
            return newest;
        }

        if (condition?.Allows(newest?.Version) == false)
        {
            return Stale(kind, from, newest);
        }

        var next = new PolicyDocument(kind.Name, from, (newest?.Version ?? 0) + 1, clock.Now(), json) { Actor = actor };
        if (kind.ShapesMonths)
        {
            await MarkAsync(known, from, next.WrittenAt, cancel);
        }

        if (!await policies.AddAsync(agency, next, cancel))
        {
            return Stale(kind, from, newest);
        }

        register.Invalidate(agency);
        return next;
    }

    /// <summary>
    /// A document for past days changes every month since; none before the agency joined was ever folded.
    /// </summary>
    private async Task MarkAsync(Agency agency, LocalDate from, Instant now, CancellationToken cancel)
    {
        foreach (var month in MonthSpan.Of(
            LocalDate.Max(from, agency.BeganOn), now.InZone(agency.Zone).Date))
        {
            await dirty.MarkAllAsync(agency.Id, month, cancel);
        }
    }

    private static Refusal Stale(PolicyKind kind, LocalDate from, PolicyDocument? newest) =>
        Refusal.Stale(newest is null
        ? $"No {kind.Name} policy was written for {from:uuuu-MM-dd}."
        : $"The newest version is {newest.Version}.");
}
