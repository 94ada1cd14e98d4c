using System.Globalization;
using NodaTime;

namespace Kinerja.Domain;

public enum PeriodKind
{
    Month,
    Quarter,
    Year,
}

/// <summary>
/// What a rating, a run and a ranking are about (periode penilaian): a quarter (periodik), written <c>2026-Q1</c>, a
/// whole year (tahunan), written <c>2026</c>, or a month (bulanan), written <c>2026-03</c>, where an agency evaluates
/// months too. Each is a decision of its own, never the sum or the mean of those within it.
/// </summary>
public readonly record struct AppraisalPeriod : IComparable<AppraisalPeriod>
{
    private const int Earliest = 2000, Latest = 2999;

    /// <summary>Of the first month, 0 to 11, so that the default is a month too and nothing invalid.</summary>
    private readonly int _month;

    private AppraisalPeriod(PeriodKind kind, int year, int month) => (Kind, Year, _month) = (kind, year, month - 1);

    public PeriodKind Kind { get; }

    public int Year { get; }

    public LocalDate FirstDay => new(Year, _month + 1, 1);

    public LocalDate EndDay => FirstDay.PlusMonths(Length);

    public LocalDate LastDay => EndDay.PlusDays(-1);

    /// <summary>
    /// The quarter itself, the four of the year, or the one in which the month lies, in order: where to look for what
    /// is kept by quarters.
    /// </summary>
    public IReadOnlyList<Quarter> Quarters => Kind == PeriodKind.Year
        ? [new(Year, 1), new(Year, 2), new(Year, 3), new(Year, 4)]
        : [Quarter.Of(FirstDay)];

    public IReadOnlyList<YearMonth> Months
    {
        get
        {
            var first = FirstDay;
            return [.. Enumerable.Range(0, Length).Select(n => first.PlusMonths(n).ToYearMonth())];
        }
    }

    /// <summary>
    /// The periods of the next shorter kind within it: a year's quarters, a quarter's months; of a month none.
    /// </summary>
    public IReadOnlyList<AppraisalPeriod> Parts => Kind switch
    {
        PeriodKind.Year => [.. Quarters.Select(quarter => (AppraisalPeriod)quarter)],
        PeriodKind.Quarter => [.. Months.Select(OfMonth)],
        PeriodKind.Month => [],
    };

    /// <summary>The one before of the same kind.</summary>
    public AppraisalPeriod Previous => Of(Kind, FirstDay.PlusDays(-1));

    /// <summary>The one after of the same kind.</summary>
    public AppraisalPeriod Next => Of(Kind, EndDay);

    private int Length => Kind switch { PeriodKind.Year => 12, PeriodKind.Quarter => 3, PeriodKind.Month => 1 };

    public static AppraisalPeriod OfYear(int year) => Checked(new(PeriodKind.Year, year, 1));

    public static AppraisalPeriod OfMonth(YearMonth month) => Checked(new(PeriodKind.Month, month.Year, month.Month));

    /// <summary>The period of that kind in which the day lies.</summary>
    public static AppraisalPeriod Of(PeriodKind kind, LocalDate day) => kind switch
    {
        PeriodKind.Year => OfYear(day.Year),
        PeriodKind.Quarter => Quarter.Of(day),
        PeriodKind.Month => OfMonth(day.ToYearMonth()),
    };

    public static implicit operator AppraisalPeriod(Quarter quarter) =>
        new(PeriodKind.Quarter, quarter.Year, (quarter.Number * 3) - 2);

    public static Result<AppraisalPeriod> Parse(string? text, string pointer = "/period")
    {
        if (text is ['2', _, _, _, ..] && Digits(text.AsSpan(0, 4)) is { } year)
        {
            if (text.Length == 4)
            {
                return OfYear(year);
            }

            if (text is { Length: 7 } && text[4] == '-' && Digits(text.AsSpan(5)) is >= 1 and <= 12 and var month)
            {
                return OfMonth(new YearMonth(year, month));
            }
        }

        return Quarter.Parse(text).TryGet(out var quarter, out _)
            ? (AppraisalPeriod)quarter
            : Refusal.Malformed(
                pointer,
                "A period is a quarter like 2026-Q1, a year like 2026, or a month like 2026-03.");

        static int? Digits(ReadOnlySpan<char> digits) =>
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>The instant at which the period is over in that zone.</summary>
    public Instant EndIn(DateTimeZone zone) => EndDay.AtStartOfDayInZone(zone).ToInstant();

    /// <summary>From its first instant up to its end in that zone.</summary>
    public Interval In(DateTimeZone zone) => new(FirstDay.AtStartOfDayInZone(zone).ToInstant(), EndIn(zone));

    /// <summary>By last day; of those that end together the shorter comes first.</summary>
    public int CompareTo(AppraisalPeriod other) => (EndDay, other.FirstDay).CompareTo((other.EndDay, FirstDay));

    public override string ToString() => Kind switch
    {
        PeriodKind.Year => Year.ToString("D4", CultureInfo.InvariantCulture),
        PeriodKind.Quarter => Quarters[0].ToString(),
        PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-{_month + 1:D2}"),
    };

    private static AppraisalPeriod Checked(AppraisalPeriod period) => period.Year is < Earliest or > Latest
        ? throw new ArgumentOutOfRangeException(nameof(period), $"{period.Year}")
        : period;
}
