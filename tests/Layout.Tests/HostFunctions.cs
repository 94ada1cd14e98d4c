using System.Reflection;

namespace Kinerja.Layout.Tests;

/// <summary>The functions that the code declares.</summary>
internal static class HostFunctions
{
    public static IReadOnlyList<string> Names { get; } = [.. Assembly.Load("Kinerja.Host").GetTypes()
        .SelectMany(type => type.GetMethods()).SelectMany(method => method.GetCustomAttributesData())
        .Where(data => data.AttributeType.Name == "FunctionAttribute")
        .Select(data => (string)data.ConstructorArguments[0].Value!).Order(StringComparer.Ordinal)];
}
