using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>An agency (instansi) and the zone in which its periods begin and end.</summary>
public sealed record Agency(AgencyId Id, string Name, DateTimeZone Zone);
