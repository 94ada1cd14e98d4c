using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// A member that nobody reads is a fault: it would be written and silently left out. So is one that is missing.
/// </summary>
internal static class Members
{
    internal static void Check(JsonObject json, string at, params string[] known)
    {
        var foreign = json.Select(member => member.Key).Except(known).ToList();
        Assert.True(foreign.Count == 0, $"{at} has foreign members: {string.Join(", ", foreign)}");
    }

    internal static JsonNode Needed(JsonObject json, string at, string name)
    {
        Assert.True(json[name] is not null, $"{at} lacks its {name}");
        return json[name]!.DeepClone();
    }
}
