using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// Every policy version that comes with the code. Each is read once, and found by its name for ever, so that what names
/// a version can always be explained and repeated.
/// </summary>
public sealed class ShippedPolicies(IReadOnlyList<ShippedPolicy> all)
{
    private readonly ConcurrentDictionary<string, object> _read = [];

    public IReadOnlyList<ShippedPolicy> All { get; } = all;

    /// <summary>Those of one kind by first day, and by name where they have the same.</summary>
    public IEnumerable<ShippedPolicy> OfKind(string kind) =>
        All.Where(p => p.Kind == kind).OrderBy(p => p.From).ThenBy(p => p.Name, StringComparer.Ordinal);

    /// <summary>What holds without a document, each from its first day.</summary>
    internal IEnumerable<Effective<T>> Holding<T>(PolicyKind<T> kind)
        where T : notnull =>
        Read(kind)
            .Where(p => p.Document.Use == ShippedUse.Holds)
            .Select(p => new Effective<T>(p.Document.From, 0, p.Value));

    /// <summary>The version of that name; null when it is not a shipped one's.</summary>
    internal T? Find<T>(PolicyKind<T> kind, string name)
        where T : class => Read(kind).FirstOrDefault(p => p.Document.Name == name)?.Value;

    /// <summary>What fills a document of that first day, and what it may name.</summary>
    internal ShippedBodies<TBody> BodiesOn<TBody>(string kind, LocalDate from, JsonTypeInfo<TBody> json)
        where TBody : class
    {
        var versions = OfKind(kind)
            .Select(p => (Document: p, Body: ContractReader.Read(p.Json.Span, json).Value))
            .ToList();
        return new ShippedBodies<TBody>(
            versions.FindLast(p => p.Document.Use != ShippedUse.Named && p.Document.From <= from).Body,
            versions.ToDictionary(p => p.Document.Name, p => p.Body));
    }

    private List<ReadShipped<T>> Read<T>(PolicyKind<T> kind)
        where T : notnull =>
        (List<ReadShipped<T>>)_read.GetOrAdd(
            kind.Name, _ => OfKind(kind.Name).Select(p => new ReadShipped<T>(p, Meaning(kind, p))).ToList());

    private static T Meaning<T>(PolicyKind<T> kind, ShippedPolicy policy)
        where T : notnull
    {
        using var json = JsonDocument.Parse(policy.Json);
        return kind.ReadComplete(json.RootElement, policy.From, policy.Name).Value.Value;
    }

    private sealed record ReadShipped<T>(ShippedPolicy Document, T Value);
}

/// <summary>
/// Shipped documents as bodies: the one that holds or is the template on some day, and all of the kind by name.
/// </summary>
internal sealed record ShippedBodies<TBody>(TBody? Holding, IReadOnlyDictionary<string, TBody> Named)
    where TBody : class
{
    /// <summary>Of kinds of which something is shipped for every day.</summary>
    internal TBody Filling =>
        Holding ?? throw new InvalidOperationException($"Nothing is shipped to fill a {typeof(TBody).Name}.");
}
