using Kinerja.Domain.Presence.Attendance;

namespace Kinerja.Shared;

/// <summary>
/// Schemes of agencies that published theirs. None holds without a document: an agency's own names one or writes its
/// rules.
/// </summary>
public static class ShippedSchemes
{
    /// <summary>
    /// Ministry of Agriculture, Permentan 68/2012: the same bands for late and early, 4 percent for a day absent.
    /// </summary>
    public static DeductionScheme Agriculture { get; } = new(
        "deduction-pertanian-68-2012",
        "Permentan 68/2012",
        100,
        [
            .. Both(Band(1, 30, 0.5m), Band(31, 60, 1), Band(61, 90, 1.5m), Band(91, null, 2)),
            .. NoRecord(2),
            Flat("absent", DeductionEvent.Absent, 4),
        ],
        null,
        null);

    /// <summary>
    /// Badan Gizi Nasional, Perban 4/2025 art. 15. What an absent day costs is not published: nothing.
    /// </summary>
    public static DeductionScheme BadanGiziNasional { get; } = new(
        "deduction-bgn-4-2025",
        "Peraturan Badan Gizi Nasional 4/2025 pasal 15",
        100,
        [.. Both(Band(1, 60, 0.5m), Band(61, null, 1))],
        null,
        null);

    /// <summary>
    /// An agency's guide with 2.5 percent at most for a day present. What an absent day costs is not published.
    /// </summary>
    public static DeductionScheme DayCapped { get; } = new(
        "deduction-day-cap",
        "Petunjuk penghitungan tunjangan kinerja (batas 2,5% per hari hadir)",
        100,
        [.. Both(Band(1, 30, 0.5m), Band(31, 60, 1), Band(61, 90, 1.25m), Band(91, null, 2.5m)), .. NoRecord(2.5m)],
        new DeductionCap(2.5m, DeductionUnit.PercentOfMonth),
        null);

    public static IReadOnlyList<DeductionScheme> All { get; } = [Agriculture, BadanGiziNasional, DayCapped];

    private static DeductionRule[] Both(params DeductionBand[] bands) =>
    [
        new("late", DeductionEvent.Late, DeductionUnit.PercentOfMonth, bands),
        new("early", DeductionEvent.LeftEarly, DeductionUnit.PercentOfMonth, bands),
    ];

    private static DeductionRule[] NoRecord(decimal percent) =>
        [Flat("no-arrival", DeductionEvent.NoArrival, percent), Flat("no-leaving", DeductionEvent.NoLeaving, percent)];

    private static DeductionRule Flat(string id, DeductionEvent on, decimal percent) =>
        new(id, on, DeductionUnit.PercentOfMonth, [Band(0, null, percent)]);

    private static DeductionBand Band(int from, int? to, decimal amount) => new(from, to, amount);
}
