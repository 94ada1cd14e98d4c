using Kinerja.Application.Json;

namespace Kinerja.Application;

/// <summary>JSON on the wire, and names of enums there.</summary>
public static class JsonFormat
{
    /// <summary>What is written, type by type.</summary>
    public static JsonFormatTypes Default { get; } = new(ReadableJson.Of(JsonFormatTypes.Default.Options));

    /// <summary>An enum's name on the wire: camelCase.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.ByValue[value];

    /// <summary>The value of that name; anything else is a bug.</summary>
    internal static T Value<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName[name];
}
