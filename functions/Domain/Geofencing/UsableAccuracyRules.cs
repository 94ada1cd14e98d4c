namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Measures a fence: the centre of a largest inscribed disc by halving boxes, best first, then the accuracy at which
/// the chance of being inside there falls to the fence's threshold, by halving between two bounds.
/// </summary>
public static class UsableAccuracyRules
{
    /// <summary>
    /// Boxes looked at; what they leave open is less than a percent for anything that is drawn by hand.
    /// </summary>
    private const int MostBoxes = 2000;
    private const double Precision = 0.01;
    private const int Halvings = 12;
    private const double MostAccuracyMetres = 100_000;

    /// <exception cref="OperationCanceledException">The caller has gone.</exception>
    public static UsableAccuracy Of(Geofence fence, CancellationToken cancel = default) =>
        Of(new PreparedFence(fence), cancel);

    internal static UsableAccuracy Of(PreparedFence prepared, CancellationToken cancel)
    {
        var (fence, box) = (prepared.Fence, prepared.Box);
        var plane = new LocalPlane((box.South + box.North) / 2, (box.West + box.East) / 2);
        var centre = FindCentre(prepared, plane, cancel);
        var perRadius = InsideProbability.SigmasPerAccuracy / Math.Sqrt(-2 * Math.Log(1 - fence.InsideThreshold));
        var squareMetres = fence.Area.Area * plane.MetresPerDegreeNorth * plane.MetresPerDegreeEast;
        var bound = Math.Min(MostAccuracyMetres, perRadius * Math.Sqrt(squareMetres / Math.PI));
        var low = Math.Min(bound, perRadius * centre.Radius);
        return new UsableAccuracy(LargestAt(prepared, centre, low, bound, cancel), bound, centre.Radius);
    }

    private static double LargestAt(
        PreparedFence fence, in Disc centre, double low, double high, CancellationToken cancel)
    {
        for (var i = 0; i < Halvings; i++)
        {
            cancel.ThrowIfCancellationRequested();
            var middle = (low + high) / 2;
            (low, high) = IsInside(fence, centre, middle) ? (middle, high) : (low, middle);
        }

        return low;
    }

    private static bool IsInside(PreparedFence fence, in Disc centre, double accuracyMetres)
    {
        var fix = Position.Parse(centre.Latitude, centre.Longitude, accuracyMetres).Value;
        var steps = 0L;
        return fence.TryLook(
            fix, new LocalPlane(fix.LatitudeDegrees, fix.LongitudeDegrees), double.PositiveInfinity, ref steps,
            out var view) && view.Placement == Placement.Inside;
    }

    /// <summary>The box that may hold the largest disc is parted in four, until none may hold a larger one.</summary>
    private static Disc FindCentre(PreparedFence fence, LocalPlane plane, CancellationToken cancel)
    {
        var box = fence.Box;
        var start = fence.Fence.Area.InteriorPoint;
        var best = Look(fence, plane, start.X, start.Y, 0, 0).Disc;
        var boxes = new PriorityQueue<Part, double>();
        void Add(double longitude, double latitude, double width, double height)
        {
            var part = Look(fence, plane, longitude, latitude, width, height);
            best = part.Disc.Radius > best.Radius ? part.Disc : best;
            boxes.Enqueue(part, -part.MostRadius);
        }

        Add((box.West + box.East) / 2, (box.South + box.North) / 2, box.Width, box.Height);
        for (var n = 0; n < MostBoxes && boxes.TryDequeue(out var part, out _); n++)
        {
            cancel.ThrowIfCancellationRequested();
            if (part.MostRadius <= best.Radius * (1 + Precision))
            {
                break;
            }

            var (width, height) = (part.Width / 2, part.Height / 2);
            foreach (var (east, north) in new[] { (-1, -1), (-1, 1), (1, -1), (1, 1) })
            {
                Add(
                    part.Disc.Longitude + (east * width / 2), part.Disc.Latitude + (north * height / 2), width, height);
            }
        }

        return best;
    }

    private static Part Look(
        PreparedFence fence, in LocalPlane plane, double longitude, double latitude, double width, double height)
    {
        var steps = 0L;
        var edge = Math.Sqrt(EdgeDistance.NearestSquare(
            fence.Vertices, fence.Groups, plane.At(latitude, longitude), double.PositiveInfinity, ref steps));
        var radius = fence.Covers(longitude, latitude) ? edge : -edge;
        var corner = Math.Sqrt(
            Math.Pow(width * plane.MetresPerDegreeEast / 2, 2) + Math.Pow(height * plane.MetresPerDegreeNorth / 2, 2));
        return new Part(new Disc(longitude, latitude, Math.Max(0, radius)), width, height, radius + corner);
    }

    private readonly record struct Disc(double Longitude, double Latitude, double Radius);

    private readonly record struct Part(Disc Disc, double Width, double Height, double MostRadius);
}
