using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Local.Tests.FunctionsHost;

public sealed class SurfaceTests
{
    [Fact]
    public void The_worker_stand_in_offers_nothing_that_the_official_packages_lack() =>
        Assert.Empty(OfficialSurface.Unknown(typeof(FunctionContext).Assembly, "FunctionsHost/official-members.txt"));
}
