using System.Numerics;

namespace Kinerja.Domain.Evaluation.Distribution;

/// <summary>
/// Count, sum and sum of squares of whole figures: enough for mean and spread, and whole, so that the order in which
/// people are read changes no digit.
/// </summary>
public readonly record struct FigureSums(int Count, long Sum, long Squares)
{
    public static FigureSums operator +(FigureSums a, FigureSums b) =>
        new(a.Count + b.Count, a.Sum + b.Sum, a.Squares + b.Squares);

    public static FigureSums operator -(FigureSums a, FigureSums b) =>
        new(a.Count - b.Count, a.Sum - b.Sum, a.Squares - b.Squares);

    public static FigureSums Of(int figure) => new(1, figure, (long)figure * figure);

    /// <summary>Null of nobody.</summary>
    public decimal? Mean => Count == 0 ? null : (decimal)Sum / Count;

    /// <summary>The sample's standard deviation (n − 1); null of fewer than two.</summary>
    public decimal? Spread => Count < 2
        ? null
        : (decimal)Math.Sqrt(
            (double)(((decimal)Squares * Count) - ((decimal)Sum * Sum)) / ((double)Count * (Count - 1)));

    /// <summary>
    /// Whether this mean is further from the peers' than so many hundredths of a standard error (peers' spread /
    /// √count). Compared squared and in whole numbers, so that exactly as far is not further.
    /// </summary>
    public bool IsFurtherThan(int standardErrorsHundredths, FigureSums peers)
    {
        BigInteger own = Count;
        BigInteger theirs = peers.Count;
        var apart = (Sum * theirs) - (peers.Sum * own);
        var spread = (theirs * peers.Squares) - ((BigInteger)peers.Sum * peers.Sum);
        var allowed = (BigInteger)standardErrorsHundredths * standardErrorsHundredths * own * theirs * spread;
        return apart * apart * (theirs - 1) * 10_000 > allowed;
    }
}
