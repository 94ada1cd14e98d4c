using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Presence.Reviews;

namespace Kinerja.Domain.Tests.Presence.Reviews;

/// <summary>Each detector against the plainest way of saying what it looks for, pair by pair, however slow.</summary>
public sealed class DetectorOracleTests
{
    [Fact]
    public void Low_trust_finds_what_is_below() => Same(
        (seen, _) => LowTrust.Find(seen, CheckInPolicy.Default),
        (seen, _) => from s in seen
                     where s.Trust < 60
                     select AnySightings.Evidence(SignalKind.LowTrust, [s], new SignalFigures { Trust = s.Trust }));

    [Fact]
    public void Untold_clock_finds_what_counts_at_its_receipt() => Same(
        (seen, _) => UntoldClock.Find(seen),
        (seen, _) => from s in seen
                     where s.At == null
                     select AnySightings.Evidence(SignalKind.UntoldClock, [s], new SignalFigures()));

    [Fact]
    public void Repeated_coordinates_finds_what_the_slow_way_finds() => Same(
        RepeatedCoordinates.Find,
        (seen, policy) => from s in seen
                          let same = seen.Where(o => o.EmployeeId == s.EmployeeId && AtOnePlace(o, s, policy)).ToList()
                          where same.Count > 0 && same.MinBy(o => o.CheckInId) == s
                          let days = same.DistinctBy(o => o.Date).Count()
                          where days >= policy.RepeatedDays
                          select AnySightings.Evidence(
                              SignalKind.RepeatedCoordinates, same, new SignalFigures { Days = days }));

    [Fact]
    public void Shared_coordinates_finds_what_the_slow_way_finds() => Same(
        SharedCoordinates.Find,
        (seen, policy) => from s in seen
                          let here = seen.Where(o => AtOnePlace(o, s, policy)).ToList()
                          let mine = here.Where(o => o.EmployeeId == s.EmployeeId).ToList()
                          where mine.Count > 0 && mine.MinBy(o => o.CheckInId) == s
                          let people = here.DistinctBy(o => o.EmployeeId).Count()
                          let days = here.Where(o => here.Exists(x => x.Date == o.Date && x.EmployeeId != o.EmployeeId))
                              .DistinctBy(o => o.Date).Count()
                          where people >= policy.SharedPeople || (people >= 2 && days >= policy.SharedPairDays)
                          select AnySightings.Evidence(
                              SignalKind.SharedCoordinates, mine, new SignalFigures { People = people, Days = days }));

    [Fact]
    public void Shared_device_finds_what_the_slow_way_finds() => Same(
        SharedDevice.Find,
        (seen, policy) => from s in seen
                          where s.DeviceId is not null && !s.IsAssisted
                          let phone = seen.Where(
                              o => o.DeviceId == s.DeviceId && o.Date == s.Date && !o.IsAssisted).ToList()
                          let mine = phone.Where(o => o.EmployeeId == s.EmployeeId).ToList()
                          let people = phone.DistinctBy(o => o.EmployeeId).Count()
                          where mine.MinBy(o => o.CheckInId) == s && people >= policy.PeopleOnDevice
                          select AnySightings.Evidence(
                              SignalKind.SharedDevice, mine, new SignalFigures { People = people }));

    [Fact]
    public void Many_devices_finds_what_the_slow_way_finds() => Same(
        ManyDevices.Find,
        (seen, policy) => from s in seen
                          where s.DeviceId is not null && !s.IsAssisted
                          let day = seen.Where(o => o is { DeviceId: not null, IsAssisted: false }
                              && o.EmployeeId == s.EmployeeId && o.Date == s.Date).ToList()
                          let devices = day.DistinctBy(o => o.DeviceId).Count()
                          where day.MinBy(o => o.CheckInId) == s && devices >= policy.DevicesOfPerson
                          select AnySightings.Evidence(
                              SignalKind.ManyDevices, day, new SignalFigures { Devices = devices }));

    [Fact]
    public void Many_assisted_finds_what_the_slow_way_finds() => Same(
        ManyAssisted.Find,
        (seen, policy) => from helper in seen.Select(s => s.AssistedById).OfType<EmployeeId>().Distinct()
                          from date in seen.Select(s => s.Date).Distinct()
                          let people = seen.Where(s => s.AssistedById == helper && s.Date == date)
                              .DistinctBy(s => s.EmployeeId).Count()
                          where people > 0 && people >= policy.PeopleAssisted
                          select new Evidence(
                              helper, SignalKind.ManyAssisted, date, [], new SignalFigures { People = people }));

    /// <summary>The way by the law of cosines; neighbours in time by looking at everybody between.</summary>
    [Fact]
    public void Impossible_travel_finds_what_the_slow_way_finds() => Always.HoldsFor(random =>
    {
        var (seen, policy) = (AnySightings.Of(random), AnySightings.Policy(random));
        var fixes = seen.Where(s => s.At is not null && s.Position is not null).ToList();
        var expected = from a in fixes
                       from b in fixes
                       where a.EmployeeId == b.EmployeeId && Before(a, b)
                       where !fixes.Exists(m => m.EmployeeId == a.EmployeeId && Before(a, m) && Before(m, b))
                       let kilometres = (Metres(
                           a, b) - a.Position!.Value.AccuracyMetres - b.Position!.Value.AccuracyMetres) / 1000
                       where kilometres >= policy.LeastTravelKilometres
                           && kilometres > policy.MostKilometresPerHour * (b.At!.Value - a.At!.Value).TotalHours
                       select (a.CheckInId, b.CheckInId);
        var found = ImpossibleTravel.Find(seen, policy).Select(e => e.CheckIns.ToHashSet()).ToList();
        Assert.Equal(expected.Count(), found.Count);
        Assert.All(expected, pair => Assert.Contains(found, f => f.SetEquals([pair.Item1, pair.Item2])));
    });

    [Fact]
    public void The_order_of_what_was_seen_changes_nothing() => Always.HoldsFor(random =>
    {
        var seen = AnySightings.Of(random);
        var before = AnySightings.Said(Detectors.FindAll(seen, CheckInPolicy.Default));
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(seen));
        Assert.Equal(before, AnySightings.Said(Detectors.FindAll(seen, CheckInPolicy.Default)));
    });

    private static void Same(
        Func<List<Sighting>, SignalPolicy, IEnumerable<Evidence>> ours,
        Func<List<Sighting>, SignalPolicy, IEnumerable<Evidence>> slow) => Always.HoldsFor(random =>
        {
            var (seen, policy) = (AnySightings.Of(random), AnySightings.Policy(random));
            Assert.Equal(AnySightings.Said(slow(seen, policy)), AnySightings.Said(ours(seen, policy)));
        });

    private static bool AtOnePlace(Sighting one, Sighting other, SignalPolicy policy) =>
        IsExact(one, policy) && IsExact(other, policy)
        && Math.Abs(one.Position!.Value.LatitudeDegrees - other.Position!.Value.LatitudeDegrees) < 5e-8
        && Math.Abs(one.Position.Value.LongitudeDegrees - other.Position.Value.LongitudeDegrees) < 5e-8;

    private static bool IsExact(Sighting seen, SignalPolicy policy) =>
        !seen.IsAssisted && seen.Position is { } fix && fix.AccuracyMetres <= policy.MostAccuracyMetres
        && !(IsRound(fix.LatitudeDegrees) && IsRound(fix.LongitudeDegrees));

    private static bool IsRound(double degrees) => Math.Abs(degrees - Math.Round(degrees, 5)) < 5e-8;

    private static bool Before(Sighting a, Sighting b) =>
        a.At < b.At || (a.At == b.At && a.CheckInId.CompareTo(b.CheckInId) < 0);

    private static double Metres(Sighting a, Sighting b)
    {
        var (from, to) = (a.Position!.Value, b.Position!.Value);
        var (one, other) = (double.DegreesToRadians(from.LatitudeDegrees), double.DegreesToRadians(to.LatitudeDegrees));
        var over = double.DegreesToRadians(to.LongitudeDegrees - from.LongitudeDegrees);
        var cosine = (Math.Sin(one) * Math.Sin(other)) + (Math.Cos(one) * Math.Cos(other) * Math.Cos(over));
        return 6_371_008.8 * Math.Acos(Math.Clamp(cosine, -1, 1));
    }
}
