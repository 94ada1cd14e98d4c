using Kinerja.Application.Presence.CheckIns;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>
/// Asks for what has no default when the host starts, so that a missing key stops it there and not at the first
/// check-in.
/// </summary>
internal sealed class StartUpCheck(ReceiptSigner receipts, SpotCheckSalt salt) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        receipts.Keys.Keys.Count > 0 && !salt.Bytes.IsEmpty
            ? Task.CompletedTask
            : throw new InvalidOperationException("A secret is missing.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
