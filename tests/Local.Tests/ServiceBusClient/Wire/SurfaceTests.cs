namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class SurfaceTests
{
    [Fact]
    public void Everything_it_offers_the_official_package_offers_too() =>
        Assert.Empty(OfficialSurface.Unknown(
            typeof(Azure.Messaging.ServiceBus.ServiceBusClient).Assembly, "ServiceBusClient/official-members.txt"));
}
