using System.Reflection;
using System.Runtime.Versioning;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>The function app on Azure against the code that runs in it.</summary>
[Collection(nameof(Template))]
public sealed class AppTests(Template template)
{
    private static readonly Assembly Host = Assembly.Load("Kinerja.Host");

    private static readonly string[] Constants = [.. Host.GetType("Kinerja.Host.SettingNames", throwOnError: true)!
        .GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!)];

    private string[] Settings => [.. template.Open.Settings.Select(setting => setting.Key)];

    /// <summary>A connection's own name is a connection string, local only: Azure sets what is under it.</summary>
    [BicepFact]
    public void Every_setting_the_host_reads_is_set_on_Azure()
    {
        Assert.NotEmpty(Constants);
        Assert.DoesNotContain(Constants, name => !Settings.Contains(name)
            && !Settings.Any(setting => setting.StartsWith(name + "__", StringComparison.Ordinal)));
    }

    [BicepFact]
    public void Every_setting_on_Azure_is_one_the_host_reads() => Assert.Empty(Settings.Except(Constants));

    [BicepFact]
    public void No_setting_is_set_twice() => Assert.Equal(Settings.Distinct(), Settings);

    [BicepFact]
    public void The_platform_runs_the_runtime_that_the_host_is_built_for()
    {
        var built = new FrameworkName(Host.GetCustomAttribute<TargetFrameworkAttribute>()!.FrameworkName).Version;
        Assert.Equal("dotnet-isolated", template.Open.App.Text("functionAppConfig", "runtime", "name"));
        Assert.Equal(built.ToString(2), template.Open.App.Text("functionAppConfig", "runtime", "version"));
    }

    [BicepFact]
    public void The_functions_kept_warm_on_Azure_exist()
    {
        const string Prefix = "function:";
        var warm = template.Open.App.At("functionAppConfig", "scaleAndConcurrency", "alwaysReady").EnumerateArray()
            .Select(each => each.GetProperty("name").GetString()!).ToList();
        Assert.Contains("http", warm);
        Assert.Empty(warm.Where(name => name != "http").Except(HostFunctions.Names.Select(name => Prefix + name)));
    }

    [BicepFact]
    public void The_package_is_fetched_from_its_container_by_the_app_s_identity()
    {
        var storage = template.Open.App.At("functionAppConfig", "deployment", "storage");
        var container = template.Open.NamesOf("Microsoft.Storage/storageAccounts/blobServices/containers").Single();
        Assert.Contains($"'{container}'", storage.GetProperty("value").GetString(), StringComparison.Ordinal);
        Assert.EndsWith(template.Open.NamesOf("Microsoft.ManagedIdentity/userAssignedIdentities").Single(),
            storage.GetProperty("authentication").GetProperty("userAssignedIdentityResourceId").GetString(),
            StringComparison.Ordinal);
    }
}
