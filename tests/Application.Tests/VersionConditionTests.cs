namespace Kinerja.Application.Tests;

/// <summary>RFC 9110, section 13.1: what If-Match and If-None-Match allow where a version stands, or none.</summary>
public sealed class VersionConditionTests
{
    // m: If-Match, n: If-None-Match; a star or versions; then what is allowed where nothing, 1, 2 and 3 stand.
    [Theory]
    [InlineData("", "", true, true, true, true)]
    [InlineData("2", "", false, false, true, false)]
    [InlineData("1 3", "", false, true, false, true)]
    [InlineData("0", "", false, false, false, false)]
    [InlineData("none", "", false, false, false, false)]
    [InlineData("*", "", false, true, true, true)]
    [InlineData("", "2", true, true, false, true)]
    [InlineData("", "1 3", true, false, true, false)]
    [InlineData("", "none", true, true, true, true)]
    [InlineData("", "*", true, false, false, false)]
    [InlineData("*", "2", false, true, false, true)]
    [InlineData("2", "2", false, false, false, false)]
    [InlineData("*", "*", false, false, false, false)]
    public void Both_headers_must_hold(string match, string noneMatch, bool nothing, bool one, bool two, bool three)
    {
        var condition = new VersionCondition(Named(match), Named(noneMatch));

        Assert.Equal(
            [nothing, nothing, one, two, three],
            new int?[] { null, 0, 1, 2, 3 }.Select(condition.Allows));
    }

    private static NamedVersions? Named(string text) => text switch
    {
        "" => null,
        "*" => new NamedVersions(Any: true, new HashSet<int>()),
        "none" => new NamedVersions(Any: false, new HashSet<int>()),
        _ => new NamedVersions(Any: false, text.Split(' ').Select(int.Parse).ToHashSet()),
    };
}
