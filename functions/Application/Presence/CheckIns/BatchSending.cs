using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

internal sealed record BatchItem(int Index, CheckInCommand Command, string Text);

/// <summary>
/// One device's items of a batch, or one person's that name no device, latest sending first; their order in the
/// request tells nothing apart but items that are the same letter by letter.
/// </summary>
internal sealed class BatchSending
{
    private BatchSending(IEnumerable<BatchItem> items, Instant receivedAt)
    {
        var all = items.ToList();
        Sending = Sending.Of(all.Select(i => i.Command.Claim.SentAt), receivedAt);
        Rest = new Queue<BatchItem>(all
            .OrderByDescending(i => i.Command.Claim.SentAt)
            .ThenByDescending(i => i.Command.Claim.CapturedAt)
            .ThenBy(i => i.Command.Claim.Id.ToString(), StringComparer.Ordinal)
            .ThenBy(i => i.Text, StringComparer.Ordinal)
            .ThenBy(i => i.Index));
    }

    internal Sending Sending { get; private set; }

    /// <summary>What is not recorded yet.</summary>
    internal Queue<BatchItem> Rest { get; }

    internal static List<BatchSending> Of(IEnumerable<BatchItem> items, Instant receivedAt) =>
        [.. items.GroupBy(DeviceOf).Select(device => new BatchSending(device, receivedAt))];

    /// <summary>
    /// Whether the item stands in the store, now or before; then it may tell when the sending first came.
    /// </summary>
    internal bool Learn(BatchItem item, Result<RecordedCheckIn> outcome)
    {
        if (!outcome.TryGet(out var recorded, out _))
        {
            return false;
        }

        if (recorded.Replayed)
        {
            Sending = Sending.KnownFrom(item.Command.Claim.SentAt, recorded.CheckIn);
        }

        return true;
    }

    private static (string?, EmployeeId, Nip?) DeviceOf(BatchItem item) => item.Command switch
    {
        { Claim.DeviceId: { } device } => (device, default, null),
        var command => (null, command.Claim.EmployeeId, command.Nip),
    };
}
