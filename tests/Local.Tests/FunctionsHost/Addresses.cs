using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Local.Tests.FunctionsHost;

internal static class Addresses
{
    /// <summary>Where the host listens, found with nothing but ASP.NET's own types.</summary>
    public static Uri Of(IHost host) =>
        new(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
}
