using System.Text.Json;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>One resource as the compiler predicts it: loops unrolled, modules opened, parameters put in.</summary>
public sealed record DeployedResource(string Type, string Name, JsonElement Json)
{
    /// <summary>The part after the last slash.</summary>
    public string OwnName => Name[(Name.LastIndexOf('/') + 1)..];

    public JsonElement Properties => Json.GetProperty("properties");

    public string? Text(params string[] path) => At(path).ToString();

    public JsonElement At(params string[] path) =>
        path.Aggregate(Properties, (element, name) => element.GetProperty(name));
}

/// <summary>Everything that one deployment of the template makes.</summary>
public sealed class Deployment
{
    private readonly List<DeployedResource> _resources;

    /// <summary>Reads what <c>bicep snapshot</c> writes.</summary>
    internal Deployment(string snapshot)
    {
        Root = JsonDocument.Parse(snapshot).RootElement;
        _resources = [.. Root.GetProperty("predictedResources").EnumerateArray()
            .Select(each => new DeployedResource(
                each.GetProperty("type").GetString()!, each.GetProperty("name").GetString()!, each))];
    }

    public JsonElement Root { get; }

    public DeployedResource App => Of("Microsoft.Web/sites").Single();

    /// <summary>
    /// The app's settings in their order; what only Azure knows stays an expression in square brackets.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings =>
        [.. App.At("siteConfig", "appSettings").EnumerateArray()
            .Select(each => KeyValuePair.Create(
                each.GetProperty("name").GetString()!, each.GetProperty("value").GetString()!))];

    /// <summary>At least one: a rule about no resource at all would hold by itself.</summary>
    public IReadOnlyList<DeployedResource> Of(string type)
    {
        List<DeployedResource> found = [.. _resources.Where(each => each.Type == type)];
        Assert.True(found.Count > 0, $"The template makes no {type}");
        return found;
    }

    public bool Has(string type) => _resources.Exists(each => each.Type == type);

    public IEnumerable<string> NamesOf(string type) => Of(type).Select(each => each.OwnName);
}
