using NodaTime;
using NodaTime.Text;

namespace Kinerja.Domain.Workforce;

/// <summary>An agency (instansi) and the zone in which its periods begin and end.</summary>
public sealed record Agency(AgencyId Id, string Name, DateTimeZone Zone)
{
    /// <summary>The first day that is judged: before it nobody is absent, late or rated here.</summary>
    public LocalDate BeganOn { get; init; } = new(2000, 1, 1);

    /// <summary>Where its office is; null where it has told none.</summary>
    public Seat? Seat { get; init; }

    /// <summary>Nobody evaluates a period that was over when the agency began.</summary>
    public bool Has(AppraisalPeriod period) => period.LastDay >= BeganOn;

    /// <summary>Null when the agency has a day of the period.</summary>
    public Refusal? WhyNot(AppraisalPeriod period) =>
        Has(period) ? null : Before(RefusalKind.Unprocessable, period.ToString());

    /// <summary>Null when the agency has a day of the month; what is asked of any other is not there.</summary>
    public Refusal? WhyNot(YearMonth month) => month.ToDateInterval().End >= BeganOn
        ? null
        : Before(RefusalKind.NotFound, YearMonthPattern.Iso.Format(month));

    private Refusal Before(RefusalKind kind, string what) => new(
        kind, RefusalCodes.BeforeAgency,
        $"{Id} began on {LocalDatePattern.Iso.Format(BeganOn)}; {what} was over before.");
}
