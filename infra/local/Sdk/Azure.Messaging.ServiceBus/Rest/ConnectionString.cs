using System.Globalization;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>The parts of a connection string, checked.</summary>
internal sealed class ConnectionString
{
    // The port on which the emulator listens when the endpoint names none.
    private const int EmulatorPort = 5672;

    private readonly Dictionary<string, string> _parts = new(StringComparer.OrdinalIgnoreCase);

    private ConnectionString(string text)
    {
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                throw new FormatException("A connection string is a list of key=value, divided by semicolons.");
            }

            _parts[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }
    }

    public string Host { get; private init; } = "";

    public Uri Endpoint { get; private init; } = new("http://localhost");

    public string? EntityPath => Part("EntityPath");

    public string? KeyName => Part("SharedAccessKeyName");

    public string? Key => Part("SharedAccessKey");

    public string? Signature => Part("SharedAccessSignature");

    public static ConnectionString Parse(string text)
    {
        ArgumentException.ThrowIfNullOrEmpty(text);
        var parts = new ConnectionString(text);
        var endpoint = parts.Part("Endpoint")
            ?? throw new ArgumentException("The connection string names no Endpoint.", nameof(text));
        if (!Uri.TryCreate(endpoint.Contains("://", StringComparison.Ordinal) ? endpoint : "sb://" + endpoint,
            UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw new FormatException($"The connection string's Endpoint is no address: {endpoint}");
        }

        var emulator = string.Equals(parts.Part("UseDevelopmentEmulator"), "true", StringComparison.OrdinalIgnoreCase);
        var hasKey = parts.KeyName is not null && parts.Key is not null;
        if (hasKey == (parts.Signature is not null))
        {
            throw new ArgumentException(
                "A connection string has either SharedAccessKeyName and SharedAccessKey or SharedAccessSignature.",
                nameof(text));
        }

        return new ConnectionString(text) { Host = uri.Host, Endpoint = Address(uri, emulator) };
    }

    public static Uri SecureAddress(string host) => new(string.Create(CultureInfo.InvariantCulture, $"https://{host}"));

    private static Uri Address(Uri uri, bool emulator)
    {
        var port = uri.IsDefaultPort || uri.Port < 0 ? (int?)null : uri.Port;
        return emulator
            ? new UriBuilder("http", uri.Host, port ?? EmulatorPort).Uri
            : new UriBuilder("https", uri.Host, port ?? 443).Uri;
    }

    private string? Part(string key) =>
        _parts.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
}
