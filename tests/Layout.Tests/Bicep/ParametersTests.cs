using System.Text.Json;
using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>What azd hands to the template, and what it looks for afterwards.</summary>
[Collection(nameof(Template))]
public sealed partial class ParametersTests(Template template)
{
    private static readonly string Given = Repository.Read("infra/azure/main.parameters.json");

    [BicepFact]
    public void The_parameters_file_gives_what_the_template_asks_for()
    {
        var declared = template.Arm.GetProperty("parameters").EnumerateObject().ToList();
        using var file = JsonDocument.Parse(Given);
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(each => each.Name).ToList();
        Assert.Empty(given.Except(declared.Select(each => each.Name)));
        Assert.Empty(
            declared.Where(each => !each.Value.TryGetProperty("defaultValue", out _)).Select(each => each.Name)
                .Except(given));
    }

    /// <summary>Whoever deploys reads one page and then knows every variable of ours.</summary>
    [Fact]
    public void The_guide_to_deployment_explains_every_variable()
    {
        var guide = Repository.Read("infra/azure/README.md");
        var variables = Variable().Matches(Given).Select(match => match.Value).ToList();
        Assert.NotEmpty(variables);
        Assert.All(variables, name => Assert.Contains(name, guide, StringComparison.Ordinal));
    }

    [BicepFact]
    public void The_service_that_azd_deploys_is_the_app_with_its_tag()
    {
        var service = template.Open.App.Json.GetProperty("tags").GetProperty("azd-service-name").GetString();
        Assert.Matches($@"services:\s+{service}:\s+project: \./functions/Host\s", Repository.Read("azure.yaml"));
    }

    [BicepFact]
    public void The_region_is_Indonesia_unless_somebody_says_otherwise() =>
        Assert.Equal(
            "indonesiacentral",
            template.Arm.GetProperty("parameters").GetProperty("location").GetProperty("defaultValue").GetString());

    [GeneratedRegex(@"KINERJA_\w+")]
    private static partial Regex Variable();
}
