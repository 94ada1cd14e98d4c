namespace Azure.Data.Tables.Wire;

/// <summary>Where an account's tables are and the key that opens them, read from a connection string.</summary>
internal sealed record TableAccount(Uri Endpoint, string Name, byte[] Key)
{
    private const string DevelopmentName = "devstoreaccount1";

    // Published by the emulator's documentation: the same on every machine, no secret.
    private const string DevelopmentKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static TableAccount Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        return settings.TryGetValue("UseDevelopmentStorage", out var development)
            && development.Equals("true", StringComparison.OrdinalIgnoreCase)
            ? Development(settings.GetValueOrDefault("DevelopmentStorageProxyUri"))
            : Explicit(settings);
    }

    /// <summary>The first label of a host name, or the first path segment where the host is an address.</summary>
    public static string NameIn(Uri endpoint)
    {
        if (endpoint.HostNameType == UriHostNameType.Dns && !endpoint.IsLoopback)
            return endpoint.Host.Split('.')[0];
        return endpoint.Segments.Length > 1 ? endpoint.Segments[1].TrimEnd('/') : "";
    }

    private static TableAccount Development(string? proxy)
    {
        var host = proxy is null ? "http://127.0.0.1" : proxy.TrimEnd('/');
        return new TableAccount(
            new Uri($"{host}:10002/{DevelopmentName}"),
            DevelopmentName,
            Convert.FromBase64String(DevelopmentKey));
    }

    private static TableAccount Explicit(Dictionary<string, string> settings)
    {
        if (!settings.TryGetValue("AccountName", out var name)
            || !settings.TryGetValue("AccountKey", out var key))
        {
            throw new FormatException(
                "The connection string needs UseDevelopmentStorage=true or AccountName and AccountKey. "
                + "A shared access signature needs the official package.");
        }

        if (settings.TryGetValue("TableEndpoint", out var endpoint))
            return new TableAccount(new Uri(endpoint), name, Convert.FromBase64String(key));
        var scheme = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new TableAccount(
            new Uri($"{scheme}://{name}.table.{suffix}"), name, Convert.FromBase64String(key));
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var parts = text.Split(
            ';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            // A key ends in '=' signs, so only the first one separates.
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new FormatException("The connection string has a part without a name and a value.");
            settings[part[..equals].Trim()] = part[(equals + 1)..].Trim();
        }

        return settings;
    }
}
