using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>An agency (instansi) and the zone in which its periods begin and end.</summary>
public sealed record Agency(AgencyId Id, string Name, DateTimeZone Zone)
{
    /// <summary>No timer evaluates a quarter before this one, the one in which the agency joined.</summary>
    public Quarter FirstQuarter { get; init; } = new(2000, 1);
}
