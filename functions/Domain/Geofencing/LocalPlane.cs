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

    private readonly double _longitude;
    private readonly double _latitude;

    internal LocalPlane(double latitudeDegrees, double longitudeDegrees)
    {
        _latitude = latitudeDegrees;
        _longitude = longitudeDegrees;
        var sine = Math.Sin(latitudeDegrees * RadiansPerDegree);
        var bulge = 1 - (Eccentricity2 * sine * sine);
        var acrossMeridian = SemiMajorMetres / Math.Sqrt(bulge);
        MetresPerDegreeNorth = RadiansPerDegree * acrossMeridian * (1 - Eccentricity2) / bulge;
        MetresPerDegreeEast = RadiansPerDegree * acrossMeridian * Math.Cos(latitudeDegrees * RadiansPerDegree);
    }

    internal double MetresPerDegreeNorth { get; }

    internal double MetresPerDegreeEast { get; }

    internal double East(double longitudeDegrees) => (longitudeDegrees - _longitude) * MetresPerDegreeEast;

    internal double North(double latitudeDegrees) => (latitudeDegrees - _latitude) * MetresPerDegreeNorth;
}
