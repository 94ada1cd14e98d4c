using System.Reflection;
using Kinerja.Layout.Tests.Bicep;

namespace Kinerja.Layout.Tests;

public sealed class SettingsAndBicepTests
{
    private static readonly string[] Constants = [.. Assembly.Load("Kinerja.Host")
        .GetType("Kinerja.Host.SettingNames", throwOnError: true)!
        .GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.IsLiteral)
        .Select(f => (string)f.GetRawConstantValue()!)];

    private static readonly string[] Settings = [.. AppSettings(Repository.Read("infra/azure/modules/app.bicep"))];

    [Fact]
    public void The_host_names_settings_and_the_template_sets_some()
    {
        Assert.NotEmpty(Constants);
        Assert.NotEmpty(Settings);
    }

    /// <summary>A connection's own name is a connection string, local only: Azure sets what is under it.</summary>
    [Fact]
    public void Every_setting_the_host_reads_is_set_on_Azure() =>
        Assert.DoesNotContain(Constants, name => !Settings.Contains(name)
            && !Settings.Any(setting => setting.StartsWith(name + "__", StringComparison.Ordinal)));

    [Fact]
    public void Every_setting_on_Azure_is_one_the_host_reads() => Assert.Empty(Settings.Except(Constants));

    [Fact]
    public void No_setting_is_set_twice() => Assert.Equal(Settings.Distinct(), Settings);

    private static IEnumerable<string> AppSettings(string source)
    {
        var tokens = new BicepTokens(source).Tokens;
        var start = tokens.FindIndex(t => t.Text == "appSettings");
        return tokens.Index().Skip(start + 1).TakeWhile(t => t.Item.Depth > tokens[start].Depth || t.Index < start + 3)
            .Where(t => t.Item.Text == "name" && BicepFile.Text(tokens, t.Index + 1) == ":")
            .Select(t => tokens[t.Index + 2].Text);
    }
}
