using System.Text.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// An agency's policies, and those given once for all agencies, as documents with a first day. A document is stored
/// complete: what its author left out is filled here, once, from the shipped version that holds on its first day, and
/// nothing shipped later changes it. It is never changed: what is put for the same day again is the next version and
/// supersedes, and results go on naming the version that made them.
/// </summary>
public sealed class PublishPolicy(
    IPolicies policies, ShippedPolicies shipped, AgencyDirectory register, IAgencies agencies, IStaleMonths dirty,
    TimeProvider clock)
{
    /// <summary>The same for the actor's own agency.</summary>
    public Task<Result<PolicyDocument>> ExecuteAsync(
        Actor actor,
        PolicyKind kind,
        LocalDate from,
        VersionCondition? condition,
        JsonElement body,
        CancellationToken cancel) => ExecuteAsync(actor.Agency, actor, kind, from, condition, body, cancel);

    /// <summary>
    /// Adds the next version. The same content as the newest adds nothing. With <paramref name="condition"/>
    /// (If-Match) a change must build on that version. A document of the nation holds where an agency has none of its
    /// own; its actor's agency is the national operator's and need not be registered.
    /// </summary>
    public async Task<Result<PolicyDocument>> ExecuteAsync(
        DocumentOwner owner,
        Actor actor,
        PolicyKind kind,
        LocalDate from,
        VersionCondition? condition,
        JsonElement body,
        CancellationToken cancel)
    {
        var known = owner.Agency is { } id ? await register.FindAgencyAsync(id, cancel) : null;
        if (known is null && !owner.IsNation)
        {
            return NotFound.Agency(owner.Agency!.Value);
        }

        var put = await PutAsync(
            new PolicyCommand(owner, actor, kind, from, condition, body),
            at => known is null ? MarkAllAsync(from, at, cancel) : MarkAsync(known, from, at, cancel), cancel);
        if (known is null)
        {
            register.InvalidateAll();
        }
        else
        {
            register.Invalidate(known.Id);
        }

        return put;
    }

    private async Task<Result<PolicyDocument>> PutAsync(
        PolicyCommand asked, Func<Instant, Task> mark, CancellationToken cancel)
    {
        var (owner, actor, kind, from, condition, body) = asked;
        var newest = await policies.ListAsync(owner, kind.Name, from, cancel).LastOrDefaultAsync(cancel);
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

        var next = new PolicyDocument(kind.Name, from, (newest?.Version ?? 0) + 1, clock.Now(), json)
        {
            Actor = actor,
            IsNational = owner.IsNation,
        };
        if (kind.ShapesMonths)
        {
            await mark(next.WrittenAt);
        }

        return await policies.AddAsync(owner, next, cancel) ? next : Stale(kind, from, newest);
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

    /// <summary>
    /// Of every agency, whether it follows the document or not. A request that is cut off here has stored nothing: sent
    /// again, it marks again.
    /// </summary>
    private async Task MarkAllAsync(LocalDate from, Instant now, CancellationToken cancel)
    {
        await foreach (var agency in agencies.ListAsync(cancel))
        {
            await MarkAsync(agency, from, now, cancel);
        }
    }

    private static Refusal Stale(PolicyKind kind, LocalDate from, PolicyDocument? newest) =>
        Refusal.Stale(newest is null
        ? (Sentence)$"No {kind.Name} policy was written for {from:uuuu-MM-dd}."
        : (Sentence)$"The newest version is {newest.Version}.");
}

/// <summary>A document as it came: for whom, by whom, and from which day.</summary>
internal sealed record PolicyCommand(
    DocumentOwner Owner, Actor Actor, PolicyKind Kind, LocalDate From, VersionCondition? Condition, JsonElement Body);
