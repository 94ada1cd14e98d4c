using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text.Json;

namespace Kinerja.Host.Console;

/// <summary>One file as it is served. Its tag is the beginning of its SHA-256.</summary>
internal sealed record ConsoleFile(ReadOnlyMemory<byte> Bytes, string ContentType, bool KeepForever)
{
    internal string Tag { get; } = Convert.ToHexStringLower(SHA256.HashData(Bytes.Span))[..16];
}

/// <summary>
/// The built files, which lie in this assembly under <c>console/</c>, and the pictures of the documentation, which lie
/// under <c>docs/</c>.
/// </summary>
internal static class ConsoleFiles
{
    private static readonly FrozenDictionary<string, ConsoleFile> Built = Under("console/");

    private static readonly FrozenDictionary<string, ConsoleFile> Pictures = Under("docs/");

    internal static ConsoleFile Page => Built["index.html"];

    internal static ConsoleFile? Find(string name) => Built.GetValueOrDefault(name);

    /// <summary>A picture by its name, or without one the page that shows all of them.</summary>
    internal static ConsoleFile? FindDocs(string name) =>
        name.Length == 0 ? Built["docs.html"] : Pictures.GetValueOrDefault(name);

    /// <summary>
    /// What the page has to know to let people sign in, and which time it is here; nothing of it is secret.
    /// </summary>
    internal static ConsoleFile Settings(ConsoleSettings settings, ConsoleIssuer issuer, DateTimeOffset now) => new(
        JsonSerializer.SerializeToUtf8Bytes(
            new Dictionary<string, string>
            {
                ["clientId"] = settings.ClientId,
                ["audience"] = settings.Audience,
                ["authorizationEndpoint"] = issuer.AuthorizationEndpoint,
                ["tokenEndpoint"] = issuer.TokenEndpoint,
                ["now"] = now.ToString("O", CultureInfo.InvariantCulture),
            }),
        "application/json",
        KeepForever: false);

    private static FrozenDictionary<string, ConsoleFile> Under(string prefix) =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[prefix.Length..], Read, StringComparer.Ordinal);

    /// <summary>
    /// A name that holds the hash of its content, such as app.1A2B3C4D.js, never means something else.
    /// </summary>
    private static ConsoleFile Read(string resource)
    {
        using var own = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[own.Length];
        own.ReadExactly(bytes);
        var type = Path.GetExtension(resource) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json",
            ".png" => "image/png",
            _ => "text/html; charset=utf-8",
        };
        return new ConsoleFile(bytes, type, resource.Count(letter => letter == '.') > 1);
    }
}
