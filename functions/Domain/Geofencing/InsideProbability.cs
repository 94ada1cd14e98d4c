namespace Kinerja.Domain.Geofencing;

/// <summary>
/// The chance that the true place is inside an area, given a fix at the origin whose error is a round Gaussian.
/// The density is integrated over the area exactly, edge by edge: seen from the fix, an edge cuts off a wedge, and what
/// the Gaussian leaves beyond the edge within that wedge is Owen's T function. No half-plane shortcut: corners, narrow
/// places and holes come out right.
/// </summary>
internal static class InsideProbability
{
    /// <summary>A 68% radius of a round Gaussian is this many standard deviations: sqrt(−2 ln 0.32).</summary>
    internal const double SigmasPerAccuracy = 1.509592;

    /// <summary>Beyond this many standard deviations an edge changes nothing that anybody could measure.</summary>
    internal const double ReachSigmas = 6;

    /// <summary>
    /// What the directed edge (ax, ay) → (bx, by), in metres, adds. The sum over all edges is the probability, when
    /// shells run counter-clockwise and holes clockwise. An edge through the fix itself adds nothing.
    /// </summary>
    internal static double OfEdge(double ax, double ay, double bx, double by, double sigma)
    {
        var cross = (ax * by) - (ay * bx);
        var length = Math.Sqrt(((bx - ax) * (bx - ax)) + ((by - ay) * (by - ay)));
        var height = Math.Abs(cross) / length;
        if (!(height > 1e-9))
        {
            return 0;
        }

        var from = ((ax * (bx - ax)) + (ay * (by - ay))) / length / height;
        var to = ((bx * (bx - ax)) + (by * (by - ay))) / length / height;
        var wedge = (Math.Atan(to) - Math.Atan(from)) / (2 * Math.PI);
        var beyond = OwenT(height / sigma, to) - OwenT(height / sigma, from);
        return Math.Sign(cross) * (wedge - beyond);
    }

    /// <summary>Owen's T(h, a) for h ≥ 0; odd in a. Above 1 the reflection formula brings a back below 1.</summary>
    internal static double OwenT(double h, double a)
    {
        if (a < 0)
        {
            return -OwenT(h, -a);
        }

        if (a <= 1)
        {
            return Integrate(h, a);
        }

        var near = NormalTail(h);
        var far = NormalTail(a * h);
        return (0.5 * (near + far)) - (near * far) - Integrate(a * h, 1 / a);
    }

    /// <summary>Gauss–Legendre with eight points; the integrand is smooth on [0, 1].</summary>
    private static double Integrate(double h, double a)
    {
        ReadOnlySpan<double> nodes = [0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363];
        ReadOnlySpan<double> weights = [0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];
        var sum = 0.0;
        for (var i = 0; i < nodes.Length; i++)
        {
            sum += weights[i] * (Integrand(h, 0.5 * a * (1 - nodes[i])) + Integrand(h, 0.5 * a * (1 + nodes[i])));
        }

        return sum * 0.5 * a / (2 * Math.PI);
    }

    private static double Integrand(double h, double x) => Math.Exp(-0.5 * h * h * (1 + (x * x))) / (1 + (x * x));

    /// <summary>P(Z > z) for z ≥ 0 (Abramowitz and Stegun 7.1.26, error below 1e-7).</summary>
    private static double NormalTail(double z)
    {
        var x = z / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        var series = t * (0.254829592 + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429))))))));
        return 0.5 * series * Math.Exp(-x * x);
    }
}
