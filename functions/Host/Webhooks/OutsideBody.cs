using System.Buffers;

namespace Kinerja.Host.Webhooks;

/// <summary>What somebody else's server answers, in bounded bytes.</summary>
internal static class OutsideBody
{
    private const int AtOnce = 16 * 1024;

    /// <summary>Null where it is longer.</summary>
    internal static async Task<ReadOnlyMemory<byte>?> ReadAsync(
        HttpContent content, int mostBytes, CancellationToken cancel)
    {
        await using var stream = await content.ReadAsStreamAsync(cancel);
        var bytes = new ArrayBufferWriter<byte>();
        while (await stream.ReadAsync(bytes.GetMemory(AtOnce), cancel) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > mostBytes)
            {
                return null;
            }
        }

        return bytes.WrittenMemory;
    }
}
