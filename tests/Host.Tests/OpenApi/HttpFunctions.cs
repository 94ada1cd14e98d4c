using System.Reflection;
using Kinerja.Host.Http;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>A function as the document names it: the verb in small letters, the path without <c>api</c>.</summary>
internal sealed record HttpFunction(string Name, string Verb, string Path)
{
    /// <summary>What a token must carry; null where nobody asks for one.</summary>
    internal string? Scope => FunctionDoors.Of(Name).Scope;
}

/// <summary>The functions of the app that answer HTTP.</summary>
internal static class HttpFunctions
{
    /// <summary>All with an HTTP trigger, but for what takes the rest and for pages.</summary>
    internal static IReadOnlyDictionary<string, HttpFunction> All { get; } = Read().ToDictionary(f => f.Name);

    private static IEnumerable<HttpFunction> Read() =>
        from method in typeof(KinerjaHost).Assembly.GetTypes().SelectMany(t => t.GetMethods())
        from function in method.GetCustomAttributesData().Where(a => a.AttributeType.Name == "FunctionAttribute")
        from trigger in method.GetParameters().SelectMany(p => p.GetCustomAttributesData())
            .Where(a => a.AttributeType.Name == "HttpTriggerAttribute")
        let route = (string?)trigger.NamedArguments.Single(a => a.MemberName == "Route").TypedValue.Value
        where route.StartsWith("api/", StringComparison.Ordinal) && !route.Contains("{*", StringComparison.Ordinal)
        from verb in (IEnumerable<CustomAttributeTypedArgument>)trigger.ConstructorArguments[1].Value!
        select new HttpFunction(
            (string)function.ConstructorArguments[0].Value!, (string)verb.Value!, route["api".Length..]);
}
