using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>
/// Messages that together stay below the size limit. One message counts as it is sent alone, bare;
/// several count as the JSON that carries them.
/// </summary>
public sealed class ServiceBusMessageBatch : IDisposable
{
    internal const long StandardLimit = 256 * 1024;

    private readonly List<Item> _items = [];
    private long _jsonBytes = 1;

    internal ServiceBusMessageBatch(long maxSizeInBytes)
    {
        MaxSizeInBytes = maxSizeInBytes;
    }

    public int Count => _items.Count;

    public long MaxSizeInBytes { get; }

    public long SizeInBytes { get; private set; }

    internal IReadOnlyList<Item> Items => _items;

    public bool TryAddMessage(ServiceBusMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        var isText = Outgoing.IsText(message);
        var item = new Item(message, isText ? Outgoing.BatchEntry(message) : null);
        var alone = Outgoing.Size(message);
        var jsonBytes = _jsonBytes + (item.Json?.Length ?? alone) + 1;
        var size = _items.Count == 0 ? alone : jsonBytes;
        if (size > MaxSizeInBytes)
        {
            return false;
        }

        _items.Add(item);
        _jsonBytes = jsonBytes;
        SizeInBytes = size;
        return true;
    }

    public void Dispose()
    {
        _items.Clear();
        _jsonBytes = 1;
        SizeInBytes = 0;
    }

    /// <param name="Message">The message.</param>
    /// <param name="Json">Its entry in a batch; none when the body is no text, which such an entry cannot hold.</param>
    internal sealed record Item(ServiceBusMessage Message, byte[]? Json);
}
