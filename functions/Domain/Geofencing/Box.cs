using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Geofencing;

/// <summary>A box in degrees, its edges included. The empty box holds nothing and is farther than everything.</summary>
internal readonly record struct Box(double West, double South, double East, double North)
{
    internal static Box Empty { get; } = new(
        double.PositiveInfinity, double.PositiveInfinity, double.NegativeInfinity, double.NegativeInfinity);

    internal static Box Of(Envelope envelope) => envelope.IsNull
        ? Empty
        : new(envelope.MinX, envelope.MinY, envelope.MaxX, envelope.MaxY);

    internal double Width => East - West;

    internal double Height => North - South;

    internal bool Holds(double longitude, double latitude) =>
        longitude >= West && longitude <= East && latitude >= South && latitude <= North;

    /// <summary>What both have; a box with west beyond east when they are apart.</summary>
    internal Box Within(in Box other) => new(
        Math.Max(West, other.West), Math.Max(South, other.South), Math.Min(East, other.East),
        Math.Min(North, other.North));

    /// <summary>The box around both.</summary>
    internal Box And(in Box other) => new(
        Math.Min(West, other.West), Math.Min(South, other.South), Math.Max(East, other.East),
        Math.Max(North, other.North));
}
