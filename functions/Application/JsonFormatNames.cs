namespace Kinerja.Application;

/// <summary>Names of enums on the wire; the list of what is written stands in <c>JsonFormat.cs</c>.</summary>
public sealed partial class JsonFormat
{
    /// <summary>An enum's name on the wire: camelCase.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.ByValue[value];

    /// <summary>The value of that name; anything else is a bug.</summary>
    internal static T Value<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName[name];
}
