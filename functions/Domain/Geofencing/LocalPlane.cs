namespace Kinerja.Domain.Geofencing;

/// <summary>
/// A flat map in metres around one fix, by the two radii of curvature of the WGS 84 ellipsoid there:
/// x east, y north, the fix at the origin. Lengths err by less than 0.1% within 5 km, up to latitude 60.
/// </summary>
internal readonly struct LocalPlane
{
    private const double SemiMajorMetres = 6378137.0;
    private const double Eccentricity2 = 6.69437999014e-3;
    private const double RadiansPerDegree = Math.PI / 180;

    internal LocalPlane(double latitudeDegrees, double longitudeDegrees)
    {
        Latitude = latitudeDegrees;
        Longitude = longitudeDegrees;
        var (sine, cosine) = Math.SinCos(latitudeDegrees * RadiansPerDegree);
        var bulge = 1 - (Eccentricity2 * sine * sine);
        var acrossMeridian = SemiMajorMetres / Math.Sqrt(bulge);
        MetresPerDegreeNorth = RadiansPerDegree * acrossMeridian * (1 - Eccentricity2) / bulge;
        MetresPerDegreeEast = RadiansPerDegree * acrossMeridian * cosine;
    }

    private LocalPlane(in LocalPlane other, double latitudeDegrees, double longitudeDegrees)
    {
        this = other;
        Latitude = latitudeDegrees;
        Longitude = longitudeDegrees;
    }

    internal double Latitude { get; }

    internal double Longitude { get; }

    internal double MetresPerDegreeNorth { get; }

    internal double MetresPerDegreeEast { get; }

    internal double East(double longitudeDegrees) => (longitudeDegrees - Longitude) * MetresPerDegreeEast;

    internal double North(double latitudeDegrees) => (latitudeDegrees - Latitude) * MetresPerDegreeNorth;

    /// <summary>The same map with its origin moved: the scale stays that of the fix.</summary>
    internal LocalPlane At(double latitudeDegrees, double longitudeDegrees) =>
        new(this, latitudeDegrees, longitudeDegrees);
}
