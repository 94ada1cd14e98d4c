using Kinerja.Application.Receipts;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>Asks for what has no default when the host starts, so that a missing key stops it there and not at the first check-in.</summary>
internal sealed class StartUpCheck(ReceiptSigner receipts) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        receipts.Keys.Keys.Count > 0 ? Task.CompletedTask : throw new InvalidOperationException("There is no key for receipts.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
