namespace Kinerja.Application.Runs;

/// <summary>How runs are cut and timed. Shard: people per message. Grace: days after the quarter in which ratings may come.</summary>
public sealed record RunSettings(int ShardSize, int GraceDays)
{
    public const int DefaultShardSize = 500;
    public const int DefaultGraceDays = 7;
}
