using Microsoft.Extensions.Http.Resilience;

namespace Kinerja.Local.Tests.HttpResilience;

public sealed class SurfaceTests
{
    [Fact]
    public void Everything_it_offers_the_official_package_offers_too() =>
        Assert.Empty(OfficialSurface.Unknown(
            typeof(HttpStandardResilienceOptions).Assembly, "HttpResilience/official-members.txt"));
}
