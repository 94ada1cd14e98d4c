namespace Kinerja.AgencyApp;

/// <summary>
/// Areas drawn by hand near Bandung and Jayapura. They are illustrative: no outline is that of a real building.
/// A ring's last point, equal to its first, is added here.
/// </summary>
internal static class FenceDrawings
{
    private static readonly double[] BandungShell =
        [107.61840, -6.90260, 107.61930, -6.90255, 107.61936, -6.90180, 107.61846, -6.90183];

    private static readonly double[] BandungCourtyard =
        [107.61872, -6.90236, 107.61872, -6.90206, 107.61906, -6.90204, 107.61906, -6.90234];

    private static readonly double[] BandungHall =
        [107.63120, -6.91485, 107.63178, -6.91480, 107.63181, -6.91438, 107.63124, -6.91441];

    private static readonly double[] BandungAnnex =
    [
        107.63205, -6.91490, 107.63275, -6.91488, 107.63276, -6.91455,
        107.63246, -6.91456, 107.63245, -6.91425, 107.63207, -6.91426,
    ];

    private static readonly double[] BandungPark =
    [
        107.60950, -6.89420, 107.61190, -6.89480, 107.61280, -6.89310,
        107.61200, -6.89140, 107.60990, -6.89120, 107.60900, -6.89270,
    ];

    private static readonly double[] JayapuraShell =
    [
        140.70210, -2.53420, 140.70310, -2.53430, 140.70325, -2.53345,
        140.70270, -2.53325, 140.70215, -2.53335,
    ];

    private static readonly double[] JayapuraCourtyard =
        [140.70245, -2.53395, 140.70246, -2.53362, 140.70284, -2.53364, 140.70283, -2.53397];

    private static readonly double[] JayapuraHill =
        [140.69560, -2.54090, 140.69622, -2.54095, 140.69625, -2.54046, 140.69563, -2.54043];

    private static readonly double[] JayapuraShore =
        [140.69650, -2.54110, 140.69701, -2.54120, 140.69712, -2.54071, 140.69661, -2.54062];

    private static readonly double[] JayapuraBay =
    [
        140.71020, -2.54710, 140.71260, -2.54770, 140.71390, -2.54590,
        140.71240, -2.54430, 140.71050, -2.54500,
    ];

    internal static IEnumerable<SampleFence> Bandung =>
    [
        Area("kantor-utama", "Kantor utama dengan halaman dalam (contoh)", "office", [BandungShell, BandungCourtyard]),
        Area("kantor-depo", "Depo arsip, dua gedung (contoh)", "office", [BandungHall], [BandungAnnex]),
        Area("wfa-taman", "Ruang kerja bersama (contoh)", "wfaArea", [BandungPark]),
    ];

    internal static IEnumerable<SampleFence> Jayapura =>
    [
        Area(
            "kantor-utama", "Kantor utama dengan halaman dalam (contoh)", "office", [JayapuraShell, JayapuraCourtyard]),
        Area("kantor-bukit", "Kantor bukit, dua gedung (contoh)", "office", [JayapuraHill], [JayapuraShore]),
        Area("wfa-teluk", "Ruang kerja bersama (contoh)", "wfaArea", [JayapuraBay]),
    ];

    /// <summary>A lot of about 45 by 45 metres.</summary>
    internal static SampleFence Home(int number, string employee, double longitude, double latitude)
    {
        const double Half = 0.0002;
        double[] lot =
        [
            longitude - Half, latitude - Half, longitude + Half, latitude - Half,
            longitude + Half, latitude + Half, longitude - Half, latitude + Half,
        ];
        return Area($"rumah-{number}", $"Rumah {number} (contoh)", "home", [lot]) with { Employees = [employee] };
    }

    private static SampleFence Area(string id, string name, string kind, params double[][][] polygons) =>
        new(id, name, kind, [.. polygons.Select(rings => rings.Select(Close).ToList())], []);

    private static List<MapPoint> Close(double[] ring)
    {
        var points = ring.Chunk(2).Select(p => new MapPoint(Math.Round(p[0], 6), Math.Round(p[1], 6))).ToList();
        points.Add(points[0]);
        return points;
    }
}
