using System.Collections.Frozen;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Http;

/// <summary>
/// Who may enter a function. An open one asks for no token; others do, and for the scope if one is named.
/// </summary>
internal sealed record FunctionDoor(bool Open, string? Scope);

/// <summary>The doors of all HTTP functions by the functions' names, read from their attributes once.</summary>
internal static class FunctionDoors
{
    private static readonly FrozenDictionary<string, FunctionDoor> Doors =
        ReadAll().ToFrozenDictionary(StringComparer.Ordinal);

    internal static FunctionDoor Of(string function) => Doors.GetValueOrDefault(function)
        ?? throw new InvalidOperationException($"The function {function} does not say who may call it.");

    private static IEnumerable<KeyValuePair<string, FunctionDoor>> ReadAll() =>
        from type in typeof(FunctionDoors).Assembly.GetExportedTypes()
        from method in type.GetMethods()
        let name = method.GetCustomAttribute<FunctionAttribute>()?.Name
        where name is not null
        let door = DoorOf(method)
        where door is not null
        select KeyValuePair.Create(name, door);

    /// <summary>Null for a method that says nothing: a timer, a queue, or a fault.</summary>
    private static FunctionDoor? DoorOf(MethodInfo method) =>
        method.GetCustomAttribute<ScopeAttribute>() is { } scoped ? new FunctionDoor(Open: false, scoped.Scope)
        : method.IsDefined(typeof(AnyCallerAttribute)) ? new FunctionDoor(Open: false, Scope: null)
        : method.IsDefined(typeof(OpenToAllAttribute)) ? new FunctionDoor(Open: true, Scope: null)
        : null;
}
