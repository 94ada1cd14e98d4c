using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Policies;
using NodaTime;

namespace Kinerja.Application.Policies;

/// <summary>
/// A kind of policy document: its name in paths and keys, and how a body is read. To add one, write its body with
/// <c>Read</c>, make it with <see cref="Of{TBody, T}"/>, and name it in <see cref="PolicyKinds"/>.
/// </summary>
public abstract class PolicyKind(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether months are folded by it: then a document for past days has them folded again.</summary>
    public abstract bool ShapesMonths { get; }

    /// <summary>The bytes to store, one way of writing for one meaning; or every fault by its pointer.</summary>
    public abstract Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from);

    /// <param name="name">Lower-case letters and hyphens; it stands in paths and keys and never changes.</param>
    /// <param name="json">How the body is parsed and written.</param>
    /// <param name="read">Body, first day and version name to domain value, or every fault.</param>
    /// <param name="shipped">What holds without a document, version 0 each.</param>
    public static PolicyKind<T> Of<TBody, T>(
        string name,
        JsonTypeInfo<TBody> json,
        Func<TBody, LocalDate, string, Result<T>> read,
        params IReadOnlyList<Effective<T>> shipped)
        where TBody : notnull
        where T : notnull =>
        new(name, shipped, (element, from, version) => ContractReader.Read(element, json, "")
            .Then(body => read(body, from, version)
                .Then<ReadPolicy<T>>(value => new ReadPolicy<T>(value, JsonSerializer.SerializeToUtf8Bytes(body, json)))));

    /// <summary>What is shipped for all time.</summary>
    public static Effective<T> Always<T>(T value) => new(LocalDate.MinIsoValue, 0, value);
}

/// <summary>A kind whose documents mean a <typeparamref name="T"/>.</summary>
public sealed class PolicyKind<T> : PolicyKind
    where T : notnull
{
    private readonly IReadOnlyList<Effective<T>> _shipped;
    private readonly Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> _read;

    internal PolicyKind(
        string name,
        IReadOnlyList<Effective<T>> shipped,
        Func<JsonElement, LocalDate, string, Result<ReadPolicy<T>>> read,
        bool shapesMonths = false)
        : base(name)
    {
        _shipped = shipped;
        _read = read;
        ShapesMonths = shapesMonths;
    }

    public override bool ShapesMonths { get; }

    /// <summary>The same kind, by which months are folded.</summary>
    internal PolicyKind<T> ShapingMonths() => new(Name, _shipped, _read, shapesMonths: true);

    public override Result<ReadOnlyMemory<byte>> Check(JsonElement body, LocalDate from) =>
        _read(body, from, "").Then<ReadOnlyMemory<byte>>(read => new ReadOnlyMemory<byte>(read.Json));

    /// <summary>What a body would mean as that version, for a dry run.</summary>
    internal Result<T> Read(JsonElement body, LocalDate from, string version) =>
        _read(body, from, version).Then<T>(read => read.Value);

    /// <summary>Stored documents and the shipped ones as one book; of several versions for a date only the last is read.</summary>
    internal PolicyTimeline<T> Bind(IEnumerable<PolicyDocument> documents) => new(_shipped.Concat(documents
        .GroupBy(d => d.From)
        .Select(same => same.MaxBy(d => d.Version)!)
        .Select(d => new Effective<T>(d.From, d.Version, ReadStored(d)))));

    /// <summary>What a stored version means, also one that has been superseded.</summary>
    internal T ReadStored(PolicyDocument document)
    {
        using var json = JsonDocument.Parse(document.Json);
        return _read(json.RootElement, document.From, document.Name).Value.Value;
    }
}

/// <summary>A body's meaning, and the body as it is stored.</summary>
internal readonly record struct ReadPolicy<T>(T Value, byte[] Json);
