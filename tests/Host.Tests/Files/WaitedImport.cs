using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Files;

/// <summary>An import whose job is waited for.</summary>
internal static class WaitedImport
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    internal static async Task<JsonNode> EndedAsync(Api api, string path)
    {
        for (var until = DateTime.UtcNow + Longest; DateTime.UtcNow < until; await Task.Delay(100))
        {
            var answer = await api.GetAsync(path);
            if ((string?)answer.Json!["state"] == "applied")
            {
                return answer.Json;
            }
        }

        throw new TimeoutException($"{path} was not applied in time.");
    }
}
