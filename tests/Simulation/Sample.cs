using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NetTopologySuite.Geometries;
using NodaTime;

namespace Kinerja.Simulation;

/// <summary>
/// The data of a quarter by its number: agencies, people, ratings, feedback and what phones will send.
/// </summary>
internal sealed class Sample
{
    internal static readonly Quarter Quarter = new(2026, 1);

    /// <summary>The quarter's end in the last zone, and grace: by then every agency is due.</summary>
    internal static readonly Instant Due = Instant.FromUtc(2026, 4, 7, 12, 0);

    private static readonly string[] Zones = ["Asia/Jakarta", "Asia/Jayapura"];

    private readonly Random _random;

    internal Sample(int number)
    {
        _random = new Random(number);
        // One sample has an agency of several pages; the others are small and quick.
        var sizes = number == 0 ? [720, 12] : new[] { _random.Next(0, 36), _random.Next(1, 18) };
        for (var i = 0; i < sizes.Length; i++)
        {
            Fill($"instansi-{i}", DateTimeZoneProviders.Tzdb[Zones[i]], sizes[i]);
        }
    }

    internal FakeAgencies Agencies { get; } = new();

    internal FakeWorkforce Workforce { get; } = new();

    internal FakeGeofences Geofences { get; } = new();

    internal FakeRatings Ratings { get; } = new(new FakeOutbox());

    internal FakeFeedback Feedback { get; } = new();

    internal List<SubmittedCheckIn> Claims { get; } = [];

    internal int People(AgencyId agency) => Workforce.Employees.Count(
        e => e.Key.Item1 == agency && e.Value.Value.On(Quarter.EndDay).Active);

    private void Fill(string name, DateTimeZone zone, int size)
    {
        var agency = AgencyId.Parse(name).Value;
        Agencies.Rows[name] = new Agency(agency, name, zone) { BeganOn = Quarter.FirstDay };
        var unit = UnitId.Parse("biro").Value;
        var head = Person(0);
        Workforce.Add(agency, new OrganisationUnit(unit, "Biro", null, zone, head, false));
        Ratings.Units[(agency, Quarter, unit)] = new(Quarter, unit, OrganisationLevel.Good, head, Due);
        var office = new GeometryFactory(new PrecisionModel(), 4326);
        var fence = new Geofence(
            GeofenceId.Parse("kantor").Value, 1, "Kantor", GeofenceKind.Office, zone, null, null, 0.2,
            GeofenceScope.Everybody,
            office.CreateMultiPolygon([(Polygon)office.ToGeometry(new Envelope(106.81, 106.82, -6.24, -6.22))]));
        Geofences.Current[(agency, fence.Id)] = fence;
        for (var i = 0; i < size; i++)
        {
            AddPerson(agency, unit, i == 0 ? Person(1) : head, Person(i));
        }
    }

    private void AddPerson(AgencyId agency, UnitId unit, EmployeeId rater, EmployeeId person)
    {
        Workforce.Add(
            agency, new Employee(person, unit, (EmploymentKind)_random.Next(2), rater, Active: _random.Next(12) > 0));
        if (_random.Next(6) > 0)
        {
            var rating = new Rating(
                Quarter, person, rater, (ExpectationLevel)_random.Next(3), (ExpectationLevel)_random.Next(3),
                Score.FromHundredths(500 * _random.Next(25)), Score.FromHundredths(1000 * _random.Next(13)), null, Due,
                1);
            Ratings.Rows[(agency, Quarter, person)] = new(rating, "1");
        }

        for (var n = _random.Next(3); n > 0; n--)
        {
            var id = ClientId.Parse($"note-{person}-{n}").Value;
            Feedback.Rows[(agency, Quarter, person, id)] = new(
                new(id, agency, rater, person, GiverRole.Leader, FeedbackSubject.Result, null, "Baik."), Quarter, Due);
        }

        // The check-ins of a few stand for those of all.
        for (var n = _random.Next(10) == 0 ? 12 : 0; n > 0; n--)
        {
            var day = Quarter.FirstDay.PlusDays(_random.Next(90));
            var captured = day.At(new LocalTime(_random.Next(6, 18), _random.Next(60)))
                .InZoneLeniently(Agencies.Rows[agency.ToString()].Zone).ToInstant();
            Claims.Add(new SubmittedCheckIn(
                ClientId.Parse($"checkin-{person}-{n}").Value, agency, person, (CheckInKind)_random.Next(2), captured,
                captured,
                Domain.Geofencing.Position.Parse(-6.23, 106.80 + (0.01 * _random.Next(4)), 10).Value, false, null,
                null));
        }
    }

    private static EmployeeId Person(int number) => EmployeeId.Parse($"peg-{number:D5}").Value;
}
