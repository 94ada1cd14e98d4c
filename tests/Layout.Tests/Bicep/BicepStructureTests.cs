using System.Text.Json;

namespace Kinerja.Layout.Tests.Bicep;

public sealed class BicepStructureTests
{
    private const string Main = "infra/azure/main.bicep";

    private const string Good = """
        // A template this small has everything the check looks at.
        targetScope = 'subscription'
        @description('It\'s a name')
        param name string
        param size int = 1
        var names = loadJsonContent('names.json')
        resource group 'Microsoft.Resources/resourceGroups@2021-04-01' = {
          name: 'rg-${toLower('${name}')}'
        }
        module child 'child.bicep' = [
          for (item, i) in names: if (size > i) {
            scope: group
            params: { label: item }
          }
        ]
        output made string = child[0].outputs.label
        """;

    private const string Child = """
        param label string
        output label string = label
        """;

    private static IEnumerable<string> Templates => Repository.Files
        .Where(f => f.StartsWith("infra/azure/", StringComparison.Ordinal) && f.EndsWith(".bicep", StringComparison.Ordinal));

    [Fact]
    public void The_template_and_its_modules_have_no_structural_fault()
    {
        var faults = BicepCheck.Faults(Main, Templates, path => Repository.Has(path) ? Repository.Read(path) : null);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public void The_parameters_file_gives_what_the_template_asks_for()
    {
        var declared = new BicepFile(Repository.Read(Main)).Of("param").ToList();
        using var file = JsonDocument.Parse(Repository.Read("infra/azure/main.parameters.json"));
        var given = file.RootElement.GetProperty("parameters").EnumerateObject().Select(p => p.Name).ToList();
        Assert.Empty(given.Except(declared.Select(p => p.Name)));
        Assert.Empty(declared.Where(p => !p.HasValue).Select(p => p.Name).Except(given));
    }

    [Fact]
    public void A_sound_template_has_no_fault() => Assert.Empty(FaultsOf(Good, Child));

    [Theory]
    [InlineData("toLower('${name}')", "toLower('${name}'", "closes nothing")]
    [InlineData("params: { label: item }", "params: { label: item", "closes nothing")]
    [InlineData("'subscription'", "'subscription", "a string is never closed")]
    [InlineData("'child.bicep'", "'children.bicep'", "does not exist")]
    [InlineData("'names.json'", "'name.json'", "does not exist")]
    [InlineData("size > i", "size > j", "'j' is not declared")]
    [InlineData("scope: group", "scope: groups", "'groups' is not declared")]
    [InlineData("size > i", "0 < i", "'size' is not used")]
    [InlineData("label: item", "text: item", "has no parameter 'text'")]
    [InlineData("label: item", "text: item", "is not given 'label'")]
    [InlineData("outputs.label", "outputs.name", "has no output 'name'")]
    [InlineData("toLower(", "lower(", "'lower' is no function")]
    [InlineData("@2021-04-01", "", "names no type and version")]
    [InlineData("var names", "param name string\nvar names", "'name' is declared twice")]
    [InlineData("output made", "ouput made", "starts no declaration")]
    public void A_broken_template_is_caught(string sound, string broken, string fault) =>
        Assert.Contains(FaultsOf(Good.Replace(sound, broken, StringComparison.Ordinal), Child),
            found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_module_that_nothing_names_is_caught() =>
        Assert.Contains("a/spare.bicep: no module names it", FaultsOf(Good, Child, "a/spare.bicep"));

    [Fact]
    public void An_unused_parameter_of_a_module_is_caught() =>
        Assert.Contains("a/child.bicep: 'label' is not used", FaultsOf(Good, "param label string"));

    private static IReadOnlyList<string> FaultsOf(string main, string child, params string[] spare) =>
        BicepCheck.Faults("a/main.bicep", ["a/main.bicep", "a/child.bicep", .. spare], path => path switch
        {
            "a/main.bicep" => main,
            "a/child.bicep" => child,
            "a/names.json" => "[]",
            _ => null,
        });
}
