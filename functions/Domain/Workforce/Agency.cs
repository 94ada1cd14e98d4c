using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>An agency (instansi) and the zone in which its periods begin and end.</summary>
public sealed record Agency(AgencyId Id, string Name, DateTimeZone Zone)
{
    /// <summary>The first day that is judged: before it nobody is absent, late or rated here.</summary>
    public LocalDate BeganOn { get; init; } = new(2000, 1, 1);

    /// <summary>No timer evaluates a quarter before this one, the one in which the agency began.</summary>
    public Quarter FirstQuarter => Quarter.Of(BeganOn);
}
