using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Runtime;

/// <summary>host.json as it lies beside the assembly; a missing file means the platform's defaults.</summary>
internal sealed class HostJson
{
    private readonly IConfiguration _json;

    public HostJson(string folder)
    {
        var path = Path.Combine(folder, "host.json");
        var builder = new ConfigurationBuilder();
        if (File.Exists(path))
        {
            builder.AddJsonStream(new MemoryStream(File.ReadAllBytes(path)));
        }

        _json = builder.Build();
    }

    public string RoutePrefix => _json["extensions:http:routePrefix"] ?? "api";

    public int MaxConcurrentCalls =>
        _json.GetValue<int?>("extensions:serviceBus:maxConcurrentCalls") ?? 16 * Environment.ProcessorCount;

    public TimeSpan MaxAutoLockRenewalDuration =>
        _json.GetValue<TimeSpan?>("extensions:serviceBus:maxAutoLockRenewalDuration") ?? TimeSpan.FromMinutes(5);
}
