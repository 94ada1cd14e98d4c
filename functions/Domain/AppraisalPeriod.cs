using System.Globalization;
using NodaTime;

namespace Kinerja.Domain;

/// <summary>
/// What a rating, a run and a ranking are about (periode penilaian): a quarter (periodik), written <c>2026-Q1</c>, or a
/// whole year (tahunan), written <c>2026</c>. The year is a decision of its own, never the sum of its quarters.
/// </summary>
public readonly record struct AppraisalPeriod : IComparable<AppraisalPeriod>
{
    /// <summary>0 for the whole year.</summary>
    private readonly int _quarter;

    private AppraisalPeriod(int year, int quarter) => (Year, _quarter) = (year, quarter);

    public int Year { get; }

    public bool IsAnnual => _quarter == 0;

    public LocalDate FirstDay => IsAnnual ? new(Year, 1, 1) : Quarters[0].FirstDay;

    public LocalDate EndDay => IsAnnual ? new(Year + 1, 1, 1) : Quarters[0].EndDay;

    public LocalDate LastDay => EndDay.PlusDays(-1);

    /// <summary>The quarter itself, or the four of the year, in order.</summary>
    public IReadOnlyList<Quarter> Quarters => IsAnnual
        ? [new(Year, 1), new(Year, 2), new(Year, 3), new(Year, 4)]
        : [new(Year, _quarter)];

    public IReadOnlyList<YearMonth> Months => [.. Quarters.SelectMany(q => q.Months)];

    /// <summary>The quarter before a quarter, the year before a year.</summary>
    public AppraisalPeriod Previous => IsAnnual ? OfYear(Year - 1) : Quarters[0].Previous;

    public static AppraisalPeriod OfYear(int year) =>
        year is < 2000 or > 2999 ? throw new ArgumentOutOfRangeException(nameof(year)) : new(year, 0);

    public static implicit operator AppraisalPeriod(Quarter quarter) => new(quarter.Year, quarter.Number);

    public static Result<AppraisalPeriod> Parse(string? text, string pointer = "/period")
    {
        if (text is { Length: 4 } && text[0] == '2'
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            return OfYear(year);
        }

        return Quarter.Parse(text).TryGet(out var quarter, out _)
            ? (AppraisalPeriod)quarter
            : Refusal.Malformed(pointer, "A period is a quarter, written like 2026-Q1, or a year, written like 2026.");
    }

    /// <summary>The instant at which the period is over in that zone.</summary>
    public Instant EndIn(DateTimeZone zone) => EndDay.AtStartOfDayInZone(zone).ToInstant();

    /// <summary>By last day; of a year and its last quarter the quarter comes first.</summary>
    public int CompareTo(AppraisalPeriod other) => (EndDay, other.FirstDay).CompareTo((other.EndDay, FirstDay));

    public override string ToString() => IsAnnual
        ? Year.ToString("D4", CultureInfo.InvariantCulture)
        : Quarters[0].ToString();
}
