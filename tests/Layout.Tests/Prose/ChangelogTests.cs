using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Kinerja.Layout.Tests.Prose;

public sealed partial class ChangelogTests
{
    [Fact]
    public void The_changelog_begins_with_the_version_that_is_built()
    {
        var built = Assert.Single(
            XDocument.Parse(Repository.Read("Directory.Build.props")).Descendants("Version")).Value;
        Assert.Equal(built, VersionHeading().Match(Repository.Read("CHANGELOG.md")).Groups["version"].Value);
    }

    [GeneratedRegex(@"^## (?<version>\S+)", RegexOptions.Multiline)]
    private static partial Regex VersionHeading();
}
