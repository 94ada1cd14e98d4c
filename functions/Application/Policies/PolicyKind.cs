using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>What is particular about a kind of policy document.</summary>
[Flags]
internal enum PolicyTraits
{
    None = 0,

    /// <summary>Months are folded by it: a document for past days has them folded again.</summary>
    ShapesMonths = 1,

    /// <summary>Its documents end with their year.</summary>
    EndsWithTheYear = 2,

    /// <summary>
    /// Nothing holds without an agency's own document: what is shipped is another agency's and can only be named or
    /// fill.
    /// </summary>
    OnlyOwn = 4,

    /// <summary>The national operator gives documents of it too, which hold where an agency has none.</summary>
    National = 8,
}

/// <summary>
/// A kind of policy document: its name in paths and keys, how a body is filled where its author left something out, and
/// how it is read. To add one, write its body with <c>FilledFrom</c> and <c>Read</c>, make it with <see cref="Of{TBody,
/// T}"/>, name it in <see cref="PolicyKinds"/>, and ship a version or a template of it.
/// </summary>
public abstract class PolicyKind(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether months are folded by it: then a document for past days has them folded again.</summary>
    public abstract bool ShapesMonths { get; }

    /// <summary>Whether the national operator gives documents of it.</summary>
    public abstract bool IsNational { get; }

    /// <summary>
    /// The complete bytes to store, one way of writing for one meaning; or every fault by its pointer.
    /// </summary>
    public abstract Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from, ShippedPolicies shipped);

    /// <summary>Which document of the kind holds on a day, and whose it is.</summary>
    internal abstract Task<PolicyInForce> FindInForceAsync(
        IPolicies policies, DocumentOwner owner, ShippedPolicies shipped, LocalDate on, CancellationToken cancel);

    /// <param name="name">Lower-case letters and hyphens; it stands in paths and keys and never changes.</param>
    /// <param name="json">How the body is parsed and written.</param>
    /// <param name="fill">A body with what its author left out, from what is shipped for its first day.</param>
    /// <param name="read">
    /// A complete body, its first day and version name to the domain value, or every fault. It knows no default.
    /// </param>
    /// <param name="traits">What is particular about it.</param>
    /// <param name="onTop">What an agency's document comes to on top of a general one; null: it replaces that.</param>
    internal static PolicyKind<T> Of<TBody, T>(
        string name,
        JsonTypeInfo<TBody> json,
        Func<TBody, ShippedBodies<TBody>, Result<TBody>> fill,
        Func<TBody, LocalDate, string, Result<T>> read,
        PolicyTraits traits = PolicyTraits.None,
        Func<T, T, T>? onTop = null)
        where TBody : class
        where T : class =>
        new(
            name,
            (element, from, shipped) => ContractReader.Read(element, json, "")
                .Then(body => fill(body, shipped.BodiesOn(name, from, json)))
                .Then<JsonElement>(body => JsonSerializer.SerializeToElement(body, json)),
            (element, from, version) => ContractReader.Read(
                element,
                json,
                "",
                body => read(body, from, version).Then<ReadPolicy<T>>(
                    value => new ReadPolicy<T>(value, JsonSerializer.SerializeToUtf8Bytes(body, json)))),
            traits,
            onTop);
}

/// <summary>A kind whose documents mean a <typeparamref name="T"/>.</summary>
public sealed class PolicyKind<T> : PolicyKind
    where T : notnull
{
    private readonly Func<JsonElement, LocalDate, ShippedPolicies, Result<JsonElement>> _fill;
    private readonly Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> _read;
    private readonly PolicyTraits _traits;
    private readonly Func<T, T, T>? _onTop;

    internal PolicyKind(
        string name,
        Func<JsonElement, LocalDate, ShippedPolicies, Result<JsonElement>> fill,
        Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> read,
        PolicyTraits traits,
        Func<T, T, T>? onTop)
        : base(name)
    {
        (_fill, _read, _traits, _onTop) = (fill, read, traits, onTop);
    }

    public override bool ShapesMonths => _traits.HasFlag(PolicyTraits.ShapesMonths);

    public override bool IsNational => _traits.HasFlag(PolicyTraits.National);

    public override Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from, ShippedPolicies shipped) =>
        _fill(body, from, shipped)
            .Then(complete => _read(complete, from, ""))
            .Then<ReadOnlyMemory<byte>>(read => new ReadOnlyMemory<byte>(read.Json));

    internal override async Task<PolicyInForce> FindInForceAsync(
        IPolicies policies, DocumentOwner owner, ShippedPolicies shipped, LocalDate on, CancellationToken cancel)
    {
        var yearly = _traits.HasFlag(PolicyTraits.EndsWithTheYear);
        var timeline = await policies.TimelineAsync(owner, this, shipped, before: null, cancel);
        var general = _onTop is null || owner.IsNation
            ? timeline
            : await policies.TimelineAsync(DocumentOwner.Nation, this, shipped, before: null, cancel);
        if (timeline.Find(on) is not { } found || (yearly && found.From.Year != on.Year))
        {
            return new PolicyInForce(Name);
        }

        return new PolicyInForce(Name)
        {
            Document = new(NameOf(found), found.Source, found.From),
            OnTopOf = found.Source == PolicySource.Agency && _onTop is not null
                && general.Find(on) is { } below && below.From == found.From
                    ? NameOf(below)
                    : null,
        };

        string NameOf(Effective<T> one) => one.IsShipped
            ? shipped.OfKind(Name).Last(p => p.Use == ShippedUse.Holds && p.From == one.From).Name
            : PolicyVersion.Name(Name, one.From, one.Version, one.Source == PolicySource.National);
    }

    /// <summary>What a body would mean as that version if it were put, for a dry run.</summary>
    internal Result<T> Read(JsonElement body, LocalDate from, string version, ShippedPolicies shipped) =>
        _fill(body, from, shipped).Then(complete => _read(complete, from, version).Then<T>(read => read.Value));

    /// <summary>A complete document, by itself: nothing is filled.</summary>
    internal Result<ReadPolicy<T>> ReadComplete(JsonElement document, LocalDate from, string version) =>
        _read(document, from, version);

    /// <summary>
    /// Stored documents, an agency's and the nation's, and the shipped ones as one timeline; of several versions for a
    /// date only the last is read.
    /// </summary>
    internal PolicyTimeline<T> Bind(IEnumerable<PolicyDocument> documents, ShippedPolicies shipped) => new(
        (_traits.HasFlag(PolicyTraits.OnlyOwn) ? [] : shipped.Holding(this)).Concat(documents
            .GroupBy(d => (d.IsNational, d.From))
            .Select(same => same.MaxBy(d => d.Version)!)
            .Select(d => new Effective<T>(d.From, d.Version, ReadStored(d))
            {
                Source = d.IsNational ? PolicySource.National : PolicySource.Agency,
            })),
        _traits.HasFlag(PolicyTraits.EndsWithTheYear),
        _onTop);

    /// <summary>
    /// What a stored version means, also one that has been superseded. What is shipped plays no part in it.
    /// </summary>
    internal T ReadStored(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return _read(json.RootElement, document.From, document.Name).Value.Value;
    }
}

/// <summary>A body's meaning, and the body as it is stored.</summary>
internal readonly record struct ReadPolicy<T>(T Value, byte[] Json);
