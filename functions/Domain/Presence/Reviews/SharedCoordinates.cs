using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Domain.Presence.Reviews;

/// <summary>
/// Several people at the very same centimetre, by fixes that claim to be good: the sign by which Kab. Cirebon found
/// 1,329 cases in January 2026. Three people at any time, or two on several days. Each gets evidence of his own
/// check-ins. Linear.
/// </summary>
public static class SharedCoordinates
{
    public static IEnumerable<Evidence> Find(IEnumerable<Sighting> sightings, SignalPolicy policy) => sightings
        .Where(s => s.ExactPlace(policy) is not null)
        .GroupBy(s => s.ExactPlace(policy))
        .SelectMany(place => OfPlace([.. place], policy));

    private static IEnumerable<Evidence> OfPlace(List<Sighting> seen, SignalPolicy policy)
    {
        var people = seen.ToLookup(s => s.EmployeeId);
        var days = seen.GroupBy(s => s.Date).Count(day => day.Select(s => s.EmployeeId).Distinct().Count() > 1);
        var figures = new SignalFigures { People = people.Count, Days = days };
        return people.Count >= policy.SharedPeople || (people.Count > 1 && days >= policy.SharedPairDays)
            ? people.Select(person => Evidence.Of(SignalKind.SharedCoordinates, person, figures))
            : [];
    }
}
