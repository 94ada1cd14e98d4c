using Kinerja.Domain;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>The only place where documents are read to be applied: an agency's, and those given for all.</summary>
internal static class PolicyTimelines
{
    /// <summary>What of a kind holds for an agency, by date.</summary>
    internal static Task<PolicyTimeline<T>> TimelineAsync<T>(
        this IPolicies policies, AgencyId agency, PolicyKind<T> kind, ShippedPolicies shipped,
        CancellationToken cancel)
        where T : notnull => policies.TimelineAsync(agency, kind, shipped, before: null, cancel);

    /// <summary>The same of documents that had been written before a moment; null: of all.</summary>
    internal static async Task<PolicyTimeline<T>> TimelineAsync<T>(
        this IPolicies policies, DocumentOwner owner, PolicyKind<T> kind, ShippedPolicies shipped, Instant? before,
        CancellationToken cancel)
        where T : notnull =>
        kind.Bind(
            await policies.DocumentsAsync(owner, kind, cancel)
                .Where(d => before is not { } moment || d.WrittenAt < moment)
                .ToListAsync(cancel),
            shipped);

    /// <summary>Every version of a kind that an agency may meet: the nation's and its own.</summary>
    internal static IAsyncEnumerable<PolicyDocument> DocumentsAsync(
        this IPolicies policies, DocumentOwner owner, PolicyKind kind, CancellationToken cancel)
    {
        var own = policies.ListAsync(owner, kind.Name, cancel);
        return kind.IsNational && !owner.IsNation
            ? policies.ListAsync(DocumentOwner.Nation, kind.Name, cancel).Concat(own)
            : own;
    }
}
