using NodaTime;

namespace Kinerja.Domain.Calendars;

/// <summary>Months one after the other, first and last included; none when the last comes before the first.</summary>
public static class MonthSpan
{
    public static IReadOnlyList<YearMonth> Of(LocalDate first, LocalDate last) =>
        Of(first.ToYearMonth(), last.ToYearMonth());

    public static IReadOnlyList<YearMonth> Of(YearMonth first, YearMonth last)
    {
        var count = ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;
        return [.. Enumerable.Range(0, Math.Max(0, count)).Select(first.PlusMonths)];
    }
}
