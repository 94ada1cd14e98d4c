using System.Reflection;
using System.Xml.Linq;

namespace Kinerja.Layout.Tests;

/// <summary>The rings point inward: Host knows Application, Application knows Domain, Domain knows nobody.</summary>
public sealed class RingTests
{
    private static readonly string[] DomainPackages = [
        "NetTopologySuite", "NodaTime", "Microsoft.CodeAnalysis.BannedApiAnalyzers"
    ];

    [Fact]
    public void Domain_asks_for_geometry_and_calendars_and_nothing_else()
    {
        var items = Items("functions/Domain/Domain.csproj").ToList();
        Assert.DoesNotContain(items, i => i.Kind is "ProjectReference" or "FrameworkReference" or "Reference");
        Assert.Empty(items.Where(i => i.Kind == "PackageReference").Select(i => i.Name).Except(DomainPackages));
    }

    [Fact]
    public void Domain_as_built_refers_to_geometry_calendars_and_the_runtime() =>
        Assert.DoesNotContain(References("Kinerja.Domain"), name =>
            name is not ("NetTopologySuite" or "NodaTime" or "netstandard")
                && !name.StartsWith("System.", StringComparison.Ordinal));

    [Fact]
    public void Application_knows_Domain_and_no_other_project() =>
        Assert.Equal(["../Domain/Domain.csproj"],
            Items("functions/Application/Application.csproj").Where(i => i.Kind == "ProjectReference")
                .Select(i => i.Name));

    [Fact]
    public void Application_as_built_knows_neither_the_host_nor_the_Functions_worker_nor_the_web() =>
        Assert.DoesNotContain(References("Kinerja.Application"), name => name == "Kinerja.Host"
            || name.StartsWith("Microsoft.Azure.Functions", StringComparison.Ordinal)
            || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_host_knows_the_official_names_only_never_the_local_cloud() =>
        Assert.Equal(["../Application/Application.csproj"],
            Items("functions/Host/Host.csproj").Where(i => i.Kind == "ProjectReference").Select(i => i.Name));

    /// <summary>A range or a star would build something else tomorrow.</summary>
    [Fact]
    public void Every_package_has_one_exact_version() =>
        Assert.All(
            XDocument.Parse(Repository.Read("Directory.Packages.props")).Descendants("PackageVersion"),
            package => Assert.Matches(@"^\d+(\.\d+)+(-[a-z0-9.]+)?$", package.Attribute("Version")!.Value));

    private static IEnumerable<string> References(string assembly) =>
        Assembly.Load(assembly).GetReferencedAssemblies().Select(name => name.Name!);

    private static IEnumerable<(string Kind, string Name)> Items(string project) =>
        XDocument.Parse(Repository.Read(project)).Descendants("ItemGroup").Elements()
            .Select(item => (item.Name.LocalName, item.Attribute("Include")?.Value ?? ""));
}
