namespace Kinerja.Layout.Tests.Bicep;

[Collection(nameof(Template))]
public sealed class CompilerTests(Template template)
{
    [BicepFact]
    public void The_template_compiles_without_a_warning() =>
        Assert.Equal((0, ""), (template.Build.ExitCode, template.Build.Diagnostics.Trim()));

    [BicepFact]
    public void The_linter_has_nothing_to_say() =>
        Assert.Equal((0, ""), (template.Lint.ExitCode, template.Lint.Diagnostics.Trim() + template.Lint.Output.Trim()));

    /// <summary>What the compiler cannot work out before a deployment it leaves out, and says so here.</summary>
    [BicepFact]
    public void The_prediction_leaves_no_module_unopened()
    {
        Assert.Empty(template.Open.Root.GetProperty("diagnostics").EnumerateArray());
        Assert.Empty(template.Closed.Root.GetProperty("diagnostics").EnumerateArray());
    }

    /// <summary>
    /// A property that the service does not know is a warning to the compiler, and its exit code is 0.
    /// </summary>
    [BicepFact]
    public async Task A_property_that_Azure_does_not_know_is_not_silent()
    {
        var file = Path.Combine(Path.GetTempPath(), $"kinerja-{Guid.NewGuid()}.bicep");
        try
        {
            await File.WriteAllTextAsync(file, """
                resource account 'Microsoft.Storage/storageAccounts@2025-01-01' = {
                  name: 'account'
                  location: 'indonesiacentral'
                  kind: 'StorageV2'
                  sku: { name: 'Standard_LRS' }
                  properties: { colour: 'red' }
                }
                """);
            var run = await BicepCompiler.Run("build", "--stdout", file);
            Assert.Equal(0, run.ExitCode);
            Assert.Contains("colour", run.Diagnostics, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void Every_module_is_named_by_a_template()
    {
        var files = Repository.Files.Where(path => path.StartsWith("infra/azure/", StringComparison.Ordinal)
            && path.EndsWith(".bicep", StringComparison.Ordinal)).ToDictionary(path => path, Repository.Read);
        Assert.NotEmpty(files);
        Assert.DoesNotContain(
            files.Keys.Where(path => path != "infra/azure/main.bicep"), path => !files.Values.Any(source =>
            source.Contains($"{Path.GetFileName(path)}'", StringComparison.Ordinal)));
    }
}
