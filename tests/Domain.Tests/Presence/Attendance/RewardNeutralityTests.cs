using Kinerja.Domain.Calendars;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

/// <summary>
/// A reward never cuts pay (seed 000): the same month with and without a start of one's own, a day at home or a finding
/// about it, under random hours and random rules whose costs grow with the minutes.
/// </summary>
public sealed class RewardNeutralityTests
{
    private static readonly YearMonth Month = new(2026, 3);

    [Fact]
    public void No_reward_raises_a_deduction_or_a_tier_or_lowers_presence() =>
        Always.HoldsFor(
            random =>
            {
                var (hours, plain) = (AnyHours(random), AnyMonth(random));
                var rewarded = plain.Select(day => Rewarded(day, random)).ToList();

                var (before, after) = (Some.Fold(Month, plain, hours), Some.Fold(Month, rewarded, hours));

                Assert.All(ShippedSchemes.All.Append(AnyScheme(random)), scheme => NotMore(
                    DeductionRules.Apply(scheme, before), DeductionRules.Apply(scheme, after)));
                var (one, other) = (
                    AbsenceRules.Count(Some.Person(), 2026, before.Days, DisciplineLaw.Shipped),
                    AbsenceRules.Count(Some.Person(), 2026, after.Days, DisciplineLaw.Shipped));
                Assert.Equal(one.AbsentDays, other.AbsentDays);
                Assert.Equal(one.Proposal?.Tier, other.Proposal?.Tier);
                var (sum, next) = (AttendanceSummary.Of([before]), AttendanceSummary.Of([after]));
                Assert.Equal(
                    WithoutMinutes(sum), WithoutMinutes(next));
                Assert.True(next.OnTimeDays >= sum.OnTimeDays);
                Assert.True(next.LateMinutes <= sum.LateMinutes && next.EarlyMinutes <= sum.EarlyMinutes);
                Assert.All(before.Days.Zip(after.Days), pair => Assert.False(
                    pair.First.Status == DayStatus.Present && pair.Second.Status != DayStatus.Present));
            },
            runs: 400);

    [Fact]
    public void A_further_start_of_ones_own_costs_nothing() =>
        Always.HoldsFor(random =>
        {
            var (hours, plain) = (AnyHours(random), AnyMonth(random));
            var one = plain.ConvertAll(day => day with { PersonalStarts = [AnyStart(random)] });
            var two = one.ConvertAll(day => day with { PersonalStarts = [.. day.PersonalStarts, AnyStart(random)] });

            var (before, after) = (Some.Fold(Month, one, hours), Some.Fold(Month, two, hours));

            Assert.All(ShippedSchemes.All.Append(AnyScheme(random)), scheme => NotMore(
                DeductionRules.Apply(scheme, before), DeductionRules.Apply(scheme, after)));
        });

    /// <summary>With minutes required in a week, too: what is worked on a reward's day counts for its week.</summary>
    [Fact]
    public void No_day_off_as_a_reward_raises_a_deduction_or_a_tier() =>
        Always.HoldsFor(random =>
        {
            var (hours, plain) = (AnyHours(random), AnyMonth(random));
            hours = random.Next(2) == 0 ? hours : hours with { Required = new RequiredTime(2250, PerWeek: true) };
            var rewarded = plain.ConvertAll(day => random.Next(4) > 0 ? day : day with
            {
                Leave = new Leave(Some.Person(), LeaveKind.Reward, day.Date, day.Date.PlusDays(1), "LIBUR-1"),
            });

            var (before, after) = (Some.Fold(Month, plain, hours), Some.Fold(Month, rewarded, hours));

            Assert.All(ShippedSchemes.All.Append(AnyScheme(random)), scheme => NotMore(
                DeductionRules.Apply(scheme, before), DeductionRules.Apply(scheme, after)));
            var (one, other) = (
                AbsenceRules.Count(Some.Person(), 2026, before.Days, DisciplineLaw.Shipped),
                AbsenceRules.Count(Some.Person(), 2026, after.Days, DisciplineLaw.Shipped));
            Assert.Empty(other.AbsentDays.Except(one.AbsentDays));
            Assert.True((other.Proposal?.Tier ?? 0) <= (one.Proposal?.Tier ?? 0));
        });

    private static AttendanceSummary WithoutMinutes(AttendanceSummary sum) => sum with
    {
        LateMinutes = 0,
        EarlyMinutes = 0,
        FlexibleDays = 0,
        OnTimeDays = 0,
        FlexibleOnTimeDays = 0,
    };

    private static void NotMore(DeductionStatement before, DeductionStatement after) => Assert.True(
        after.PercentOfMonth <= before.PercentOfMonth
            && after.PercentOfDay <= before.PercentOfDay
            && after.Rupiah <= before.Rupiah
            && after.RupiahOf(5_000_000) <= before.RupiahOf(5_000_000),
        $"{before.SchemeVersion}: {string.Join(", ", after.Lines.Except(before.Lines))}");

    private static DayFacts Rewarded(DayFacts day, Random random)
    {
        var flexible = random.Next(3) == 0;
        return day with
        {
            PersonalStarts =
            [
                .. Enumerable.Range(0, random.Next(4)).Select(_ => AnyStart(random)),
            ],
            Flexible = flexible ? new FlexibleFinding(["notPlanned"]) : null,
            CheckIns =
            [
                .. day.CheckIns.Select(c => !flexible || c.Mode is null ? c : c with
                {
                    Mode = WorkMode.Flexible,
                    Verdict = c.Verdict with { FenceKind = GeofenceKind.Home, FenceId = Some.FenceId("rumah") },
                }),
            ],
        };
    }

    private static LocalTime AnyStart(Random random) => new(random.Next(5, 12), 30 * random.Next(2));

    private static List<DayFacts> AnyMonth(Random random) =>
    [
        .. Enumerable.Range(1, 31).Select(n => new LocalDate(2026, 3, n)).Select(date => new DayFacts(date)
        {
            CheckIns = AnyDay(date, random),
            Outages = random.Next(4) > 0 ? [] : [Outage(date, random)],
        }),
    ];

    private static List<CheckIn> AnyDay(LocalDate date, Random random)
    {
        CheckIn Made(int n, int hour, CheckInKind kind) => Some.CheckIn(
            $"checkin-{date.Day:D2}-{n}",
            date + new LocalTime(hour, 5 * random.Next(12)),
            kind,
            (Placement)(random.Next(12) == 0 ? random.Next(4) : 0));
        return random.Next(8) switch
        {
            0 => [],
            1 => [Made(0, random.Next(6, 11), CheckInKind.In)],
            2 => [Made(0, random.Next(14, 19), CheckInKind.Out)],
            3 =>
            [
                Made(0, random.Next(6, 10), CheckInKind.In), Made(1, random.Next(11, 13), CheckInKind.Out),
                Made(2, random.Next(13, 17), CheckInKind.In), Made(3, random.Next(17, 20), CheckInKind.Out),
            ],
            _ => [Made(0, random.Next(6, 10), CheckInKind.In), Made(1, random.Next(14, 19), CheckInKind.Out)],
        };
    }

    private static OutageWindow Outage(LocalDate date, Random random)
    {
        var from = (date + new LocalTime(random.Next(6, 18), 15 * random.Next(4))).InZoneStrictly(Some.Wib).ToInstant();
        var to = from + Duration.FromMinutes(30 * random.Next(1, 6));
        return new OutageWindow(Some.Client($"gangguan-{date.Day:D2}"), [], from, to, "Mati.");
    }

    private static WorkingTime AnyHours(Random random) => Some.Hours with
    {
        Scheme = TimeScheme.Fixed,
        Required = random.Next(6) switch
        {
            0 => new RequiredTime(450, PerWeek: false),
            1 => new RequiredTime(2250, PerWeek: true),
            _ => null,
        },
        Grace = new Grace(5 * random.Next(5), (GraceRule)random.Next(2)),
        HalfDayFromMinutes = random.Next(2) == 0 ? null : 30 * random.Next(1, 8),
        MidDay = random.Next(3) > 0 ? null : new MidDayWindow(new LocalTime(12, 0), new LocalTime(13, 0)),
    };

    /// <summary>Costs grow with the minutes; a day and a month may be capped.</summary>
    private static DeductionScheme AnyScheme(Random random)
    {
        DeductionRule Rule(DeductionEvent on, bool minutes) => new(
            on.ToString(),
            on,
            (DeductionUnit)random.Next(3),
            minutes ? Bands(random) : [new DeductionBand(0, null, random.Next(5))]);
        return new DeductionScheme(
            "acak",
            "Acak",
            random.Next(2) == 0 ? 100 : 30,
            [
                .. Enum.GetValues<DeductionEvent>().Select(on => Rule(
                    on, on is DeductionEvent.Late or DeductionEvent.LeftEarly or DeductionEvent.AwayMidDay)),
            ],
            random.Next(2) == 0 ? null : new DeductionCap(random.Next(1, 4), DeductionUnit.PercentOfMonth),
            random.Next(2) == 0 ? null : new DeductionCap(random.Next(5, 30), DeductionUnit.PercentOfDay));
    }

    private static IReadOnlyList<DeductionBand> Bands(Random random)
    {
        if (random.Next(3) == 0)
        {
            return [new DeductionBand(1, null, 0.25m, PerMinutes: random.Next(1, 31))];
        }

        var (first, second) = (random.Next(1, 60), random.Next(60, 200));
        var cost = random.Next(1, 4) / 2m;
        return
        [
            new(1, first, cost),
            new(first + 1, second, cost + random.Next(3)),
            new(second + 1, null, cost + 2 + random.Next(3)),
        ];
    }
}
