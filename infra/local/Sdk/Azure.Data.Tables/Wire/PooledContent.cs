using System.Buffers;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// A request body in a rented array. It is handed back only after an answer arrived: after a failed or
/// cancelled attempt a connection may still be reading it, and then the collector takes it.
/// </summary>
internal sealed class PooledContent : RequestContent, IBufferWriter<byte>
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(1024);

    public int Length { get; private set; }

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return _bytes.AsSpan(Length);
    }

    public void Return()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = [];
        Length = 0;
    }

    public override async Task WriteToAsync(Stream stream, CancellationToken cancellation) =>
        await stream.WriteAsync(_bytes.AsMemory(0, Length), cancellation).ConfigureAwait(false);

    public override void WriteTo(Stream stream, CancellationToken cancellation) =>
        stream.Write(_bytes, 0, Length);

    public override bool TryComputeLength(out long length)
    {
        length = Length;
        return true;
    }

    public override void Dispose()
    {
    }

    private void Reserve(int sizeHint)
    {
        var wanted = Length + Math.Max(sizeHint, 256);
        if (wanted <= _bytes.Length)
            return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(wanted, _bytes.Length * 2));
        _bytes.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
