using System.Globalization;
using NodaTime;

namespace Kinerja.Domain;

/// <summary>
/// A calendar quarter (triwulan), written <c>2026-Q1</c>. First day included, end day excluded; which instants
/// belong to it depends on the zone in which they are looked at.
/// </summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    public Quarter(int year, int number)
    {
        if (year is < 2000 or > 2999 || number is < 1 or > 4)
        {
            throw new ArgumentOutOfRangeException(nameof(number), $"{year}-Q{number}");
        }

        Year = year;
        Number = number;
    }

    public int Year { get; }

    public int Number { get; }

    public LocalDate FirstDay => new(Year, (Number * 3) - 2, 1);

    public LocalDate EndDay => FirstDay.PlusMonths(3);

    public Quarter Previous => Of(FirstDay.PlusDays(-1));

    public IReadOnlyList<YearMonth> Months =>
        [FirstDay.ToYearMonth(), FirstDay.PlusMonths(1).ToYearMonth(), FirstDay.PlusMonths(2).ToYearMonth()];

    public static Quarter Of(LocalDate day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public static Quarter Of(Instant instant, DateTimeZone zone) => Of(instant.InZone(zone).Date);

    public static Result<Quarter> Parse(string? text, string pointer = "/period")
    {
        var wellFormed = text is { Length: 7 } && text[4] == '-' && text[5] == 'Q' && text[6] is >= '1' and <= '4'
            && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out _);
        return wellFormed && text![0] == '2'
            ? new Quarter(int.Parse(text.AsSpan(0, 4), CultureInfo.InvariantCulture), text[6] - '0')
            : Refusal.Malformed(pointer, "A quarter is written like 2026-Q1.");
    }

    /// <summary>The instant at which the quarter is over in that zone.</summary>
    public Instant EndIn(DateTimeZone zone) => EndDay.AtStartOfDayInZone(zone).ToInstant();

    public int CompareTo(Quarter other) => FirstDay.CompareTo(other.FirstDay);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Year:D4}-Q{Number}");
}
