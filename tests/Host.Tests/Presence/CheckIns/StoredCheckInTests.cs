using System.Globalization;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>Check-ins on the real tables, beside a plain list.</summary>
[Collection(nameof(CloudFixture))]
public sealed class StoredCheckInTests(CloudFixture cloud)
{
    private static readonly LocalDate MonthEnd = new(2026, 1, 31);

    private static readonly EmployeeId[] People =
        [.. new[] { "peg-1", "peg-2", "peg-20" }.Select(id => EmployeeId.Parse(id).Value)];

    private readonly ICheckIns _stored = cloud.Services.GetRequiredService<ICheckIns>();

    private readonly IDayCheckIns _days = cloud.Services.GetRequiredService<IDayCheckIns>();

    /// <summary>
    /// An id and a fact are taken once, and each check-in is listed once under its work date: around a month's end,
    /// where capture and work date may be of two months, and with clocks that are years off.
    /// </summary>
    [Fact]
    public void Tables_hold_what_a_plain_list_holds() => Always.HoldsFor(
        random => CompareAsync(random).GetAwaiter().GetResult(), runs: 12);

    private async Task CompareAsync(Random random)
    {
        var agency = AgencyId.Parse(string.Create(CultureInfo.InvariantCulture, $"list-{random.Next():x8}")).Value;
        var plain = new List<CheckIn>();
        for (var n = 0; n < 30; n++)
        {
            var next = Next(random, agency);
            var mine = plain.FindAll(c => c.Claim.EmployeeId == next.Claim.EmployeeId);
            var earlier = mine.Find(c => c.Claim.Id == next.Claim.Id)
                ?? mine.Find(c => c.Claim.IsSameFactAs(next.Claim));

            Assert.Equal(earlier?.Claim, (await _stored.AddOrFindAsync(next, default))?.Claim);
            if (earlier is null)
            {
                plain.Add(next);
            }
        }

        foreach (var checkIn in plain)
        {
            var found = await _stored.FindAsync(agency, checkIn.Claim.EmployeeId, checkIn.Claim.Id, default);
            Assert.Equal(checkIn.Claim, found?.Claim);
        }

        var from = MonthEnd.PlusDays(random.Next(-4, 4));
        foreach (var days in new DateInterval[]
        {
            new(from, from), new(from, from.PlusDays(random.Next(40))), new(new(2026, 1, 1), MonthEnd),
            new(new(2026, 2, 1), new(2026, 2, 28)), new(new(2025, 12, 1), new(2026, 3, 31)),
        })
        {
            var there = plain.FindAll(c => days.Contains(c.WorkDate));
            AssertSame(there, await _stored.ListAsync(agency, days, HashRange.Slice(0, 1), default).ToListAsync());
            foreach (var person in People)
            {
                AssertSame(
                    there.FindAll(c => c.Claim.EmployeeId == person),
                    await _stored.ListAsync(agency, days, person, default));
            }
        }

        AssertSame(
            plain.FindAll(c => c.WorkDate == from),
            await _days.ListAsync(agency, from, null, default).Select(c => c.CheckIn).ToListAsync());
    }

    private static CheckIn Next(Random random, AgencyId agency)
    {
        var captured = MonthEnd.AtMidnight().InUtc().ToInstant()
            + Duration.FromHours(random.Next(10, 30))
            + (random.Next(6) == 0 ? Duration.FromDays(random.Next(-20_000, 60)) : Duration.Zero);
        var claim = new SubmittedCheckIn(
            ClientId.Parse(string.Create(CultureInfo.InvariantCulture, $"checkin-{random.Next(40):D4}")).Value,
            agency,
            People[random.Next(People.Length)],
            random.Next(2) == 0 ? CheckInKind.In : CheckInKind.Out,
            captured,
            null,
            null,
            null,
            null,
            null);
        return new CheckIn(
            claim,
            captured,
            FenceVerdict.Unknown,
            null,
            DateTimeZoneProviders.Tzdb["Asia/Jayapura"],
            MonthEnd.PlusDays(random.Next(-1, 3)),
            captured,
            TimeSource.Device,
            100,
            [CheckInReason.NoPosition],
            "check-in-2026.1");
    }

    private static void AssertSame(IEnumerable<CheckIn> expected, IEnumerable<CheckIn> found) => Assert.Equal(
        expected.Select(c => c.Claim.ToString()).Order(StringComparer.Ordinal),
        found.Select(c => c.Claim.ToString()).Order(StringComparer.Ordinal));
}
