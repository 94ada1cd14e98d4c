using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Microsoft.Extensions.Hosting;

namespace Kinerja.Host;

/// <summary>
/// Asks for what has no default when the host starts, so that a missing key stops it there and not at the first
/// check-in.
/// </summary>
internal sealed class StartUpCheck(ReceiptSigner receipts, SpotCheckSalt salt, NipLookupKey nips, ColumnSeal seal)
    : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        receipts.Keys.Keys.Count > 0 && !salt.Bytes.IsEmpty && nips is not null && seal is not null
            ? Task.CompletedTask
            : throw new InvalidOperationException("A secret is missing.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
