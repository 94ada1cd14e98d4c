using Azure.Data.Tables;

namespace Kinerja.Local.Tests.Tables;

public sealed class SurfaceTests
{
    private const string Listing = "Tables/official-members.txt";

    [Fact]
    public void The_stand_in_has_nothing_that_the_official_package_lacks() =>
        Assert.Empty(OfficialSurface.Unknown(typeof(TableClient).Assembly, Listing));

    [Fact]
    public void A_member_that_is_not_official_is_found() =>
        Assert.NotEmpty(OfficialSurface.Unknown(typeof(SurfaceTests).Assembly, Listing));
}
