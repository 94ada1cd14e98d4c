namespace Kinerja.Application.Runs;

/// <summary>
/// How runs are cut and timed. Shard: people per message. Grace: days after the period in which ratings may come, for
/// agencies whose evaluation policy says nothing of it.
/// </summary>
public sealed record RunSettings(int ShardSize, int GraceDays)
{
    public const int DefaultShardSize = 500;
    public const int DefaultGraceDays = 7;

    public int ShardSize { get; } = ShardSize is > 0
        ? ShardSize
        : throw new ArgumentOutOfRangeException(nameof(ShardSize), "A shard holds at least one person.");

    public int GraceDays { get; } = GraceDays is >= 0 and <= 60
        ? GraceDays
        : throw new ArgumentOutOfRangeException(nameof(GraceDays), "0 to 60 days of grace.");
}
