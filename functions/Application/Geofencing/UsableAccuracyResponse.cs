using Kinerja.Application.Json;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// How coarse a fix may be and still be told inside, in metres; with a warning where many will not be.
/// </summary>
public readonly struct UsableAccuracyResponse(UsableAccuracy usable)
{
    public double LargestMetres => Math.Round(usable.LargestMetres, 1);
    public double BoundMetres => Math.Round(usable.BoundMetres, 1);
    public double InscribedRadiusMetres => Math.Round(usable.InscribedRadiusMetres, 1);
    public WordsResponse? Warning => usable.IsSmall ? Small : null;

    private static readonly WordsResponse Small = new(
        "Phones indoors and between buildings often know their place to no better than 50 m: many honest fixes stay uncertain here. Draw the area larger or lower insideThreshold.",
        "Ponsel di dalam atau di antara gedung sering hanya mengetahui posisinya hingga 50 m: banyak posisi yang jujur akan tetap tidak pasti di sini. Perluas area atau turunkan insideThreshold.");
}
