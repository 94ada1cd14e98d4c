using Kinerja.AgencyApp;

namespace Kinerja.Local.Tests.AgencyApp;

public sealed class SampleNamesTests
{
    [Fact]
    public void No_two_people_of_an_agency_share_a_name()
    {
        var names = Enumerable.Range(0, 400).Select(SampleNames.Of).ToList();

        Assert.Equal(names.Count, names.Distinct().Count());
        Assert.All(names, name => Assert.DoesNotContain("  ", name, StringComparison.Ordinal));
    }
}
