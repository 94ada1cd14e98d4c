using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Reviews;

/// <summary>
/// Few people, places, devices and days, so that every coincidence happens; and plain ways to say evidence.
/// </summary>
internal static class AnySightings
{
    private static readonly LocalDate First = new(2026, 2, 2);

    internal static SignalPolicy Policy(Random random) => SignalPolicy.Default with
    {
        RepeatedDays = random.Next(1, 5),
        SharedPeople = random.Next(2, 5),
        SharedPairDays = random.Next(1, 4),
        PeopleOnDevice = random.Next(2, 4),
        DevicesOfPerson = random.Next(2, 4),
        PeopleAssisted = random.Next(1, 4),
        LeastTravelKilometres = random.Next(0, 80),
        MostKilometresPerHour = random.Next(50, 1200),
    };

    internal static List<Sighting> Of(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(40)).Select(i => new Sighting(
            Some.Person($"peg-{random.Next(5):D4}"),
            Some.Client($"checkin-{i:D3}"),
            First.PlusDays(random.Next(5)),
            random.Next(6) == 0 ? null : Some.Morning + Duration.FromMinutes(random.Next(3000)),
            random.Next(6) == 0 ? null : Fix(random),
            random.Next(5) == 0 ? null : $"hp-{random.Next(6)}",
            random.Next(101))
        {
            AssistedById = random.Next(4) == 0 ? Some.Person($"peg-head-{random.Next(2)}") : null,
        }),
    ];

    /// <summary>One text a piece of evidence, in one order, so that two ways of finding can be compared.</summary>
    internal static List<string> Said(IEnumerable<Evidence> evidence) =>
    [
        .. evidence.Select(e => $"{e.EmployeeId} {e.Signal} {e.Date} {string.Join(',', e.CheckIns)} {e.Figures}")
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The evidence of these sightings, put together the plain way.</summary>
    internal static Evidence Evidence(SignalKind signal, IEnumerable<Sighting> seen, SignalFigures figures)
    {
        var inOrder = seen.OrderBy(s => s.Date).ThenBy(s => s.CheckInId).ToList();
        return new Evidence(
            inOrder[0].EmployeeId, signal, inOrder.Max(s => s.Date), [.. inOrder.Select(s => s.CheckInId)], figures);
    }

    private static Position Fix(Random random) => Some.Fix(
        -6.2 + (random.Next(3) * 0.5) + (random.Next(3) * 1e-7), 106.8 + (random.Next(2) * 3),
        random.Next(2) == 0 ? 8 : 60);
}
