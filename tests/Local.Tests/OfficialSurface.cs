using System.Reflection;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests;

/// <summary>
/// What an assembly offers to others, one normalized line a member, so that a stand-in can be held against the
/// listing of the package it stands in for. A listing file is made by compiling the official API listing
/// (declarations without bodies) and writing down <see cref="Lines"/> of the result.
/// </summary>
internal static class OfficialSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic
        | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The lines of the assembly that its listing lacks: each is something the official package has not.</summary>
    public static IReadOnlyList<string> Unknown(Assembly assembly, string listing)
    {
        var path = Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", listing);
        var official = File.ReadAllLines(path).ToHashSet(StringComparer.Ordinal);
        return [.. Lines(assembly).Where(line => !official.Contains(line))];
    }

    public static IReadOnlyList<string> Lines(Assembly assembly) =>
        [.. assembly.GetExportedTypes().SelectMany(Lines).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(Type type)
    {
        var name = SurfaceText.Name(type);
        yield return $"{name} is {SurfaceText.Kind(type)}";
        if (type.BaseType is { } parent && type is { IsValueType: false, IsClass: true } && parent != typeof(object))
            yield return $"{name} extends {SurfaceText.Name(parent)}";
        if (type.IsEnum)
        {
            foreach (var value in type.GetEnumNames())
                yield return $"{name} has {value} = {Convert.ToInt64(Enum.Parse(type, value))}";
            yield break;
        }

        foreach (var contract in type.GetInterfaces())
            yield return $"{name} implements {SurfaceText.Name(contract)}";
        foreach (var member in type.GetMembers(Declared).Select(SurfaceText.Member).OfType<string>())
            yield return $"{name} has {member}";
    }
}
