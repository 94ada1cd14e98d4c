using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// The normal distribution for four numbers at a time, with nothing but additions, multiplications (fused or not) and
/// divisions in a fixed order: the same bits on every machine.
/// </summary>
internal static class Gaussian
{
    private const double InverseRootOfTwoPi = 0.3989422804014327;
    private const double Log2OfE = 1.4426950408889634;
    private const double LnOf2 = 0.6931471805599453;

    /// <summary>
    /// Added and taken away again, it leaves the nearest whole number, and its low bits hold that number.
    /// </summary>
    private const double Rounder = 6755399441055744.0;
    private const long ExponentBias = 1023;
    private const int MantissaBits = 52;

    /// <summary>φ(z) = exp(−z²/2) / √2π for |z| up to 30.</summary>
    internal static Vector256<double> Density(Vector256<double> z) => Exp(z * z * -0.5) * InverseRootOfTwoPi;

    /// <summary>Φ(z), the chance of being below z (Abramowitz and Stegun 7.1.26, error below 1e-7).</summary>
    internal static Vector256<double> Below(Vector256<double> z)
    {
        var size = Vector256.Abs(z);
        var t = Vector256<double>.One
            / Vector256.FusedMultiplyAdd(size, Vector256.Create(0.3275911 / 1.4142135623730951), Vector256<double>.One);
        var series = Vector256.FusedMultiplyAdd(t, Vector256.Create(1.061405429), Vector256.Create(-1.453152027));
        series = Vector256.FusedMultiplyAdd(t, series, Vector256.Create(1.421413741));
        series = Vector256.FusedMultiplyAdd(t, series, Vector256.Create(-0.284496736));
        series = Vector256.FusedMultiplyAdd(t, series, Vector256.Create(0.254829592));
        var tail = t * series * Exp(z * z * -0.5) * 0.5;
        return Vector256.ConditionalSelect(
            Vector256.LessThan(z, Vector256<double>.Zero), tail, Vector256<double>.One - tail);
    }

    internal static double Below(double z) => Below(Vector256.Create(z))[0];

    /// <summary>exp(v) for v from −450 to 0, to eight digits: a power of two times a polynomial of the rest.</summary>
    private static Vector256<double> Exp(Vector256<double> v)
    {
        var rounded = (v * Log2OfE) + Vector256.Create(Rounder);
        var rest = v - ((rounded - Vector256.Create(Rounder)) * LnOf2);
        var sum = Vector256.FusedMultiplyAdd(rest, Vector256.Create(1.0 / 5040), Vector256.Create(1.0 / 720));
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256.Create(1.0 / 120));
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256.Create(1.0 / 24));
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256.Create(1.0 / 6));
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256.Create(0.5));
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256<double>.One);
        sum = Vector256.FusedMultiplyAdd(rest, sum, Vector256<double>.One);
        var power = (rounded.AsInt64() + Vector256.Create(ExponentBias)) << MantissaBits;
        return sum * power.AsDouble();
    }
}
