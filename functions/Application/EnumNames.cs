using System.Text.Json;

namespace Kinerja.Application;

/// <summary>An enum's names on the wire and in rows, both ways.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    internal static readonly Dictionary<T, string> ByValue =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));

    internal static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key);
}
