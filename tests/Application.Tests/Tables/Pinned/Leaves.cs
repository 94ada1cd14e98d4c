using System.Collections;
using System.Reflection;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>A leaf of a value: where it is, which member of which type holds it, and what it is.</summary>
internal sealed record Leaf(string Path, string Member, object? Value)
{
    /// <summary>Whether it would be told from one that was lost and came back as its type's default.</summary>
    internal bool Says =>
        Value is not null and not ""
            && (!Value.GetType().IsValueType || !Value.Equals(Activator.CreateInstance(Value.GetType())));
}

/// <summary>
/// A value down to what has no members of its own: of records every member that can be set, of lists every item in
/// order. Two values are the same when their leaves are, whatever their types think of equality.
/// </summary>
internal static class Leaves
{
    internal static IReadOnlyList<Leaf> Of(object? value) => [.. Below("", "", value)];

    private static IEnumerable<Leaf> Below(string path, string member, object? value) => value switch
    {
        null or string => [new(path, member, value)],
        ReadOnlyMemory<byte> bytes => [new(path, member, Convert.ToHexString(bytes.Span))],
        MultiPolygon area => [new(path, member, area.AsText())],
        IDictionary pairs => pairs.Keys.Cast<string>().Order(StringComparer.Ordinal)
            .SelectMany(key => Below($"{path}/{key}", member, pairs[key])),
        IEnumerable items => OfList(path, member, [.. items.Cast<object>()]),
        _ when Members(value.GetType()) is { Count: > 0 } members =>
            members.SelectMany(m => Below($"{path}/{m.Name}", $"{value.GetType().Name}.{m.Name}", m.GetValue(value)))
                .Prepend(new(path, member, value.GetType().Name)),
        _ => [new(path, member, value)],
    };

    private static IEnumerable<Leaf> OfList(string path, string member, IReadOnlyList<object> items) => items.Count == 0
        ? [new(path, member, null)]
        : items.SelectMany((item, i) => Below($"{path}/{i}", member, item));

    private static List<PropertyInfo> Members(Type type) =>
        type.Namespace?.StartsWith("Kinerja", StringComparison.Ordinal) == true
        ? [.. type.GetProperties().Where(p => IsSet(type, p) && p.GetIndexParameters() is [])]
        : [];

    /// <summary>What is set in a constructor stands here by name.</summary>
    private static bool IsSet(Type type, PropertyInfo member) => member.SetMethod is { IsPublic: true }
        || (type == typeof(Employment) && member.Name != nameof(Employment.Id))
        || type == typeof(DayPart)
        || type == typeof(Outcome)
        || (type.Name == typeof(History<>).Name && member.Name == "Entries");
}
