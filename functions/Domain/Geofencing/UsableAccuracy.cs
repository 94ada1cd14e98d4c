namespace Kinerja.Domain.Geofencing;

/// <summary>
/// How coarse a fix may be and still be told inside a fence. Metres, as phones report accuracy (68% radius).
/// </summary>
/// <param name="LargestMetres">
/// At the best place found a fix of this accuracy still counts as inside, by the same integral that judges check-ins.
/// For a disc it is 2.26 times the radius at the threshold 0.2.
/// </param>
/// <param name="BoundMetres">
/// Beyond it no fix anywhere is told inside: of all areas of one size a disc holds most of a round Gaussian.
/// </param>
/// <param name="InscribedRadiusMetres">Of the largest disc found within the fence.</param>
public sealed record UsableAccuracy(double LargestMetres, double BoundMetres, double InscribedRadiusMetres)
{
    /// <summary>Phones between buildings and indoors often know no better than this [U].</summary>
    public const double CoarseFixMetres = 50;

    /// <summary>Many honest fixes will stay uncertain here.</summary>
    public bool IsSmall => LargestMetres < CoarseFixMetres;
}
