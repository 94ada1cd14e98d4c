namespace Kinerja.Application.Files.Reading;

/// <summary>How much may still be unpacked of one workbook, over all of its parts.</summary>
internal sealed class UnpackBudget(long bytes)
{
    private long _left = bytes;

    public bool IsSpent => _left < 0;

    /// <summary>False once more was unpacked than allowed.</summary>
    internal bool Take(int count) => (_left -= count) >= 0;
}

/// <summary>A part of a workbook while it is unpacked; it ends early once the budget is spent.</summary>
internal sealed class UnpackedStream(Stream from, UnpackBudget budget) : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = from.Read(buffer);
        return budget.Take(read) ? read : 0;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        from.Dispose();
        base.Dispose(disposing);
    }
}
