using System.Globalization;

namespace Kinerja.Domain;

/// <summary>
/// A performance figure from 0 to 120 (PP 30/2019 counts at most 120), in whole hundredths: no rounding surprises.
/// </summary>
public readonly record struct Score : IComparable<Score>
{
    private const int Most = 12000;

    private Score(int hundredths) => Hundredths = hundredths;

    public int Hundredths { get; }

    public static Score FromHundredths(int hundredths) =>
        hundredths is < 0 or > Most ? throw new ArgumentOutOfRangeException(nameof(hundredths)) : new Score(hundredths);

    public static Result<Score> Parse(decimal value, string pointer) =>
        value is < 0 or > 120 || decimal.Round(value, 2) != value
            ? Refusal.Malformed(pointer, "A score from 0 to 120 with at most two decimals is expected.")
            : new Score((int)(value * 100));

    /// <summary>
    /// The weighted mean, half up to a hundredth; weights in percent must add to 100 by construction.
    /// </summary>
    public static Score Weigh(Score first, int firstPercent, Score second) =>
        new(((first.Hundredths * firstPercent) + (second.Hundredths * (100 - firstPercent)) + 50) / 100);

    public int CompareTo(Score other) => Hundredths.CompareTo(other.Hundredths);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Hundredths / 100}.{Hundredths % 100:D2}");
}
