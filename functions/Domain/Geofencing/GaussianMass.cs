using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// The mass of a round Gaussian of unit deviation around the origin on the left of a set of edges, inside a window of
/// <see cref="Reach"/> on each side. By Green's theorem it is the sum over the edges of ∫ Φ(x) φ(y) dy, cut at the
/// window; what lies east of the window has Φ = 1 and is known from one reference point, whose containment is known, by
/// counting the edges between it and the window's east side. Edges outside the window need not be shown.
/// </summary>
internal struct GaussianMass(double referenceX, double referenceY)
{
    /// <summary>The window's half side in deviations. No edge of a drawn fence lies on it by design.</summary>
    internal const double Reach = InsideProbability.ReachSigmas;

    /// <summary>Four Gauss–Legendre points on a piece this long are good to 2e-7.</summary>
    private const double PieceLength = 1.25;

    private double _sum;
    private int _winding;

    /// <summary>
    /// The whole mass, from 0 to 1 but for rounding; reference: whether the area covers the reference point.
    /// </summary>
    internal readonly double Total(bool referenceCovered) => _sum + (referenceCovered ? 1 : 0) - _winding;

    /// <summary>The directed edge a → b in deviations, the area on its left. A NaN anywhere is no edge.</summary>
    internal void Add(double ax, double ay, double bx, double by)
    {
        if (!(Math.Max(ax, bx) > -Reach && Math.Min(ax, bx) < Reach
            && Math.Max(ay, by) > -Reach && Math.Min(ay, by) < Reach))
        {
            return;
        }

        var straddlesLevel = (ay > referenceY) != (by > referenceY);
        var straddlesSide = (ax > Reach) != (bx > Reach);
        if (straddlesLevel || straddlesSide)
        {
            Cross(ax, ay, bx, by, straddlesLevel, straddlesSide);
        }

        Integrate(ax, ay, bx - ax, by - ay);
    }

    /// <summary>
    /// Counts a crossing of the path from the reference point east to the window's side and along that side.
    /// </summary>
    private void Cross(double ax, double ay, double bx, double by, bool straddlesLevel, bool straddlesSide)
    {
        var (dx, dy) = (bx - ax, by - ay);
        // One sign decides on which leg of the path the edge crosses, so that it crosses exactly one of them.
        var cornerIsRight = (dx * (referenceY - ay)) - (dy * (Reach - ax)) < 0;
        if (straddlesLevel)
        {
            var eastOfReference = ((dx * (referenceY - ay)) - (dy * (referenceX - ax)) > 0) == (dy > 0);
            var westOfSide = !straddlesSide || cornerIsRight == (dy > 0);
            _winding += eastOfReference && westOfSide ? Math.Sign(dy) : 0;
        }

        if (straddlesSide)
        {
            var height = Math.Clamp(ay + ((Reach - ax) / dx * dy), -Reach, Reach);
            var aboveReference = straddlesLevel ? cornerIsRight == (dx > 0) : ay > referenceY;
            _sum += Math.Sign(dx) * (aboveReference ? Gaussian.Below(-height) : -Gaussian.Below(height));
        }
    }

    private void Integrate(double ax, double ay, double dx, double dy)
    {
        var (from, to) = (0.0, 1.0);
        var within = Math.Max(
            Math.Max(Math.Abs(ax), Math.Abs(ax + dx)), Math.Max(Math.Abs(ay), Math.Abs(ay + dy))) <= Reach;
        if (dy == 0 || (!within && (!Cut(ax, dx, ref from, ref to) || !Cut(ay, dy, ref from, ref to))))
        {
            return;
        }

        var square = ((dx * dx) + (dy * dy)) * (to - from) * (to - from);
        var pieces = square <= PieceLength * PieceLength ? 1 : (int)Math.Ceiling(Math.Sqrt(square) / PieceLength);
        var half = (to - from) / pieces / 2;
        var nodes = Vector256.Create(-0.8611363115940526, -0.3399810435848563, 0.3399810435848563, 0.8611363115940526);
        var weights = Vector256.Create(0.3478548451374538, 0.6521451548625461, 0.6521451548625461, 0.3478548451374538);
        var sum = Vector256<double>.Zero;
        for (var piece = 0; piece < pieces; piece++)
        {
            var at = (nodes * half) + Vector256.Create(from + (((2 * piece) + 1) * half));
            var x = (at * dx) + Vector256.Create(ax);
            var y = (at * dy) + Vector256.Create(ay);
            sum += weights * Gaussian.Below(x) * Gaussian.Density(y);
        }

        _sum += Vector256.Sum(sum) * half * dy;
    }

    /// <summary>
    /// Narrows the part of a line, start + t × step, to what lies within the window; false when nothing does.
    /// </summary>
    private static bool Cut(double start, double step, ref double from, ref double to)
    {
        if (step == 0)
        {
            return Math.Abs(start) < Reach;
        }

        var (low, high) = ((-Reach - start) / step, (Reach - start) / step);
        from = Math.Max(from, Math.Min(low, high));
        to = Math.Min(to, Math.Max(low, high));
        return from < to;
    }
}
