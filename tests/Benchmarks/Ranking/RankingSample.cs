namespace Kinerja.Benchmarks.Ranking;

/// <summary>What must come out the same everywhere: people ranked, the sum of their places, and who is in the top share.</summary>
internal readonly record struct RankingSum(long Assessed, long Places, long InTopShare, long TiedAtCap)
{
    public static RankingSum operator +(RankingSum a, RankingSum b) =>
        new(a.Assessed + b.Assessed, a.Places + b.Places, a.InTopShare + b.InTopShare, a.TiedAtCap + b.TiedAtCap);
}

/// <summary>One run over everybody. Bytes: what it allocated, of which its result is a part.</summary>
internal sealed record RankingSample(double Seconds, double BytesPerPerson, RankingSum Sum);
