using System.Text.Json.Nodes;
using Kinerja.Shared;

namespace Kinerja.Host.Tests.Intake;

/// <summary>What must stand before an app of an agency's own is understood.</summary>
internal static class IntakeSetup
{
    internal static async Task AdoptAsync(Api api, string agency, JsonNode? policy = null, string from = "2026-01-01")
    {
        var put = await api.PutAsync(
            $"/api/v1/agencies/{agency}/policies/intake/{from}", (policy ?? IntakeExample.Policy).ToJsonString());
        Assert.True(put.Status == 200, $"{put.Status} {put.Json}");
    }
}
