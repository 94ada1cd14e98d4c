using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// A person through time with the zones of the units held. Days before the agency began with Kinerja are not judged,
/// and neither are those on which another agency has the person at work (penugasan): on them the person counts as not
/// in service here.
/// </summary>
/// <param name="employment">The person's service.</param>
/// <param name="units">At least every unit that the person ever held.</param>
/// <param name="began">The agency's first day.</param>
public sealed class PersonTimeline(
    Employment employment, IReadOnlyDictionary<UnitId, History<OrganisationUnit>> units, LocalDate began)
{
    public EmployeeId Id => employment.Id;

    /// <summary>As of that day; active only when in service on it.</summary>
    public Employee On(LocalDate date)
    {
        var held = employment.On(date);
        return held.Active && (date < began || employment.IsAwayOn(date)) ? held with { Active = false } : held;
    }

    public OrganisationUnit UnitOn(LocalDate date) => units[employment.On(date).UnitId].On(date);

    /// <summary>The zone in which that day begins and ends for the person: the unit's.</summary>
    public DateTimeZone ZoneOn(LocalDate date) => UnitOn(date).Zone;

    /// <summary>The date where the person is at that moment.</summary>
    public LocalDate DateAt(Instant now) => now.InZone(ZoneOn(now.InUtc().Date)).Date;

    /// <summary>Whether there is any day to judge from the first to the last.</summary>
    public bool ServesWithin(LocalDate first, LocalDate last) =>
        employment.ServesWithin(LocalDate.Max(first, began), last);

    /// <summary>The units that the person held from the first to the last day, in order.</summary>
    public IEnumerable<UnitId> UnitsWithin(LocalDate first, LocalDate last) =>
        employment.Assignments.Within(first, last).Select(e => e.UnitId).Distinct();
}
