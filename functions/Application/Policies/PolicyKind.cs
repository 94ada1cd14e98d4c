using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

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

    /// <summary>
    /// The complete bytes to store, one way of writing for one meaning; or every fault by its pointer.
    /// </summary>
    public abstract Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from, ShippedPolicies shipped);

    /// <param name="name">Lower-case letters and hyphens; it stands in paths and keys and never changes.</param>
    /// <param name="json">How the body is parsed and written.</param>
    /// <param name="fill">A body with what its author left out, from what is shipped for its first day.</param>
    /// <param name="read">
    /// A complete body, its first day and version name to the domain value, or every fault. It knows no default.
    /// </param>
    internal static PolicyKind<T> Of<TBody, T>(
        string name,
        JsonTypeInfo<TBody> json,
        Func<TBody, ShippedBodies<TBody>, Result<TBody>> fill,
        Func<TBody, LocalDate, string, Result<T>> read)
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
                    value => new ReadPolicy<T>(value, JsonSerializer.SerializeToUtf8Bytes(body, json)))));
}

/// <summary>A kind whose documents mean a <typeparamref name="T"/>.</summary>
public sealed class PolicyKind<T> : PolicyKind
    where T : notnull
{
    private readonly Func<JsonElement, LocalDate, ShippedPolicies, Result<JsonElement>> _fill;
    private readonly Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> _read;
    private readonly bool _shapesMonths;
    private readonly bool _yearly;
    private readonly bool _ownOnly;

    internal PolicyKind(
        string name,
        Func<JsonElement, LocalDate, ShippedPolicies, Result<JsonElement>> fill,
        Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> read,
        bool shapesMonths = false,
        bool yearly = false,
        bool ownOnly = false)
        : base(name)
    {
        (_fill, _read, _shapesMonths, _yearly, _ownOnly) = (fill, read, shapesMonths, yearly, ownOnly);
    }

    public override bool ShapesMonths => _shapesMonths;

    /// <summary>The same kind, by which months are folded.</summary>
    internal PolicyKind<T> ShapingMonths() => new(Name, _fill, _read, shapesMonths: true, _yearly, _ownOnly);

    /// <summary>The same kind, whose documents end with their year.</summary>
    internal PolicyKind<T> EndingWithTheYear() => new(Name, _fill, _read, _shapesMonths, yearly: true, _ownOnly);

    /// <summary>
    /// The same kind, of which nothing holds without an agency's own document: what is shipped is another agency's and
    /// can only be named or fill.
    /// </summary>
    internal PolicyKind<T> OnlyOwn() => new(Name, _fill, _read, _shapesMonths, _yearly, ownOnly: true);

    public override Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from, ShippedPolicies shipped) =>
        _fill(body, from, shipped)
            .Then(complete => _read(complete, from, ""))
            .Then<ReadOnlyMemory<byte>>(read => new ReadOnlyMemory<byte>(read.Json));

    /// <summary>What a body would mean as that version if it were put, for a dry run.</summary>
    internal Result<T> Read(JsonElement body, LocalDate from, string version, ShippedPolicies shipped) =>
        _fill(body, from, shipped).Then(complete => _read(complete, from, version).Then<T>(read => read.Value));

    /// <summary>A complete document, by itself: nothing is filled.</summary>
    internal Result<ReadPolicy<T>> ReadComplete(JsonElement document, LocalDate from, string version) =>
        _read(document, from, version);

    /// <summary>
    /// Stored documents and the shipped ones as one timeline; of several versions for a date only the last is read.
    /// </summary>
    internal PolicyTimeline<T> Bind(IEnumerable<PolicyDocument> documents, ShippedPolicies shipped) => new(
        (_ownOnly ? [] : shipped.Holding(this)).Concat(documents
            .GroupBy(d => d.From)
            .Select(same => same.MaxBy(d => d.Version)!)
            .Select(d => new Effective<T>(d.From, d.Version, ReadStored(d)))),
        _yearly);

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
