using System.Text.Json;
using System.Xml.Linq;

namespace Kinerja.Layout.Tests.Package;

/// <summary>What is deployed: whole for the Functions host, and free of everything that runs beside it here.</summary>
public sealed class PackageTests(PublishedHost package) : IClassFixture<PublishedHost>
{
    private static readonly string[] Ours = ["Kinerja.Application.dll", "Kinerja.Domain.dll", "Kinerja.Host.dll"];

    private IEnumerable<JsonElement> Triggers(string type) => package.Json("functions.metadata").EnumerateArray()
        .SelectMany(function => function.GetProperty("bindings").EnumerateArray())
        .Where(binding => binding.GetProperty("type").GetString() == type);

    [Fact]
    public void The_package_tells_the_host_of_every_function()
    {
        Assert.NotEmpty(HostFunctions.Names);
        Assert.Equal(HostFunctions.Names, package.Json("functions.metadata").EnumerateArray()
            .Select(function => function.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
    }

    /// <summary>The host adds no prefix, and keeps <c>admin</c> and <c>runtime</c> for itself.</summary>
    [Fact]
    public void Every_route_in_the_package_begins_with_api_but_for_the_console()
    {
        var routes = Triggers("httpTrigger").Select(trigger => trigger.GetProperty("route").GetString()!);
        Assert.Equal(
            ["console/{*path}", "docs/{*path}", "{home:length(0)?}"],
            routes.Where(route => !route.StartsWith("api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_queue_in_the_package_exists_and_is_reached_through_the_setting_for_queues()
    {
        using var queues = JsonDocument.Parse(Repository.Read("infra/queues.json"));
        Assert.Equal(
            queues.RootElement.EnumerateArray().Select(name => $"{name} by KinerjaQueues")
                .Order(StringComparer.Ordinal),
            Triggers("queueTrigger").Select(
                trigger => $"{trigger.GetProperty("queueName")} by {trigger.GetProperty("connection")}")
                .Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// HTTP and timers are part of the host; queues come as an extension, and the second one reads the metadata.
    /// </summary>
    [Fact]
    public void The_host_s_extensions_are_named_and_lie_in_the_package()
    {
        var extensions = package.Json("extensions.json").GetProperty("extensions").EnumerateArray().ToList();
        Assert.Equal(
            ["AzureStorageQueues", "Startup"],
            extensions.Select(each => each.GetProperty("name").GetString()).Order(StringComparer.Ordinal));
        Assert.All(extensions, each => Assert.Contains(each.GetProperty("hintPath").GetString()![2..], package.Files));
    }

    [Fact]
    public void The_settings_of_the_host_are_those_of_the_repository_s_root() =>
        Assert.Equal(Repository.Read("host.json"), package.Read("host.json"));

    [Fact]
    public void The_worker_that_the_host_starts_lies_in_the_package() => Assert.Contains(
        package.Json("worker.config.json").GetProperty("description").GetProperty("defaultWorkerPath").GetString(),
        package.Files);

    [Fact]
    public void Nothing_of_the_local_cloud_or_of_the_tests_is_deployed()
    {
        Assert.Equal(
            Ours, package.Files.Where(path => Path.GetFileName(path).StartsWith("Kinerja.", StringComparison.Ordinal)
            && path.EndsWith(".dll", StringComparison.Ordinal)));
        Assert.DoesNotContain(package.Files, path => path.EndsWith(".mjs", StringComparison.Ordinal)
            || path.EndsWith(
                ".cjs", StringComparison.Ordinal) || path.EndsWith("local.settings.json", StringComparison.Ordinal));
        var beside = XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value is "Local cloud" or "Build and tests")
            .SelectMany(group => group.Elements()).Select(version => version.Attribute("Include")!.Value + ".dll")
            .ToList();
        Assert.NotEmpty(beside);
        Assert.Empty(
            package.Files.Select(path => Path.GetFileName(path)).Intersect(beside, StringComparer.OrdinalIgnoreCase));
    }
}
