using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>An agency (instansi) and the zone in which its periods begin and end.</summary>
public sealed record Agency(AgencyId Id, string Name, DateTimeZone Zone)
{
    /// <summary>The first day that is judged: before it nobody is absent, late or rated here.</summary>
    public LocalDate BeganOn { get; init; } = new(2000, 1, 1);

    /// <summary>No timer evaluates a period that was over when the agency began.</summary>
    public bool Has(AppraisalPeriod period) => period.LastDay >= BeganOn;
}
