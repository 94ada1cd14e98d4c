using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.Attendance;

public sealed class AttendancePropertyTests
{
    private static readonly YearMonth Month = new(2026, 2);

    [Fact]
    public void The_order_of_the_check_ins_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var checkIns = AnyMonth(random);
            var before = Fold(checkIns);
            random.Shuffle(checkIns);
            Assert.Equal(before.Days, Fold(checkIns).Days);
        });

    [Fact]
    public void A_resend_changes_nothing() =>
        Always.HoldsFor(random =>
        {
            var checkIns = AnyMonth(random);
            var resent = checkIns.Where(_ => random.Next(3) == 0)
                .Select(c => c with { ReceivedAt = c.ReceivedAt + Duration.FromMinutes(1 + random.Next(9999)) });
            Assert.Equal(Fold(checkIns).Days, Fold([.. checkIns, .. resent]).Days);
        });

    // PermenPANRB 4/2025 and seed 000: allowances must not fall because of flexible work.
    [Fact]
    public void Neutrality_flexible_days_change_nothing_but_the_mode() =>
        Always.HoldsFor(random =>
        {
            var office = AnyMonth(random);
            var flexible = office.Select(c => c.Mode is null || random.Next(2) == 0 ? c : AsFlexible(c)).ToArray();
            var (before, after) = (Fold(office), Fold(flexible));
            Assert.Equal(
                before.Days.Select(d => d with { Mode = null, Place = null }),
                after.Days.Select(d => d with { Mode = null, Place = null }));
            Assert.Equal(
                AttendanceSummary.Of([before]) with { FlexibleDays = 0, FlexibleOnTimeDays = 0 },
                AttendanceSummary.Of([after]) with { FlexibleDays = 0, FlexibleOnTimeDays = 0 });
            Assert.All(ShippedSchemes.All, scheme => Assert.Equal(
                DeductionRules.Apply(scheme, before).Lines, DeductionRules.Apply(scheme, after).Lines));
            Assert.All(ShippedSchemes.All, scheme => Assert.Equal(
                DeductionRules.Apply(scheme, before).RupiahOf(5_000_000),
                DeductionRules.Apply(scheme, after).RupiahOf(5_000_000)));
            var (one, other) = (
                AbsenceRules.Count(Some.Person(), 2026, before.Days, DisciplineLaw.Shipped),
                AbsenceRules.Count(Some.Person(), 2026, after.Days, DisciplineLaw.Shipped));
            Assert.Equal(one.AbsentDays, other.AbsentDays);
            Assert.Equal(one.Proposal?.Tier, other.Proposal?.Tier);
        });

    [Fact]
    public void The_parts_of_a_summary_add_up() =>
        Always.HoldsFor(random =>
        {
            var sum = AttendanceSummary.Of([Fold(AnyMonth(random))]);
            Assert.Equal(18, sum.WorkingDays);
            Assert.Equal(sum.WorkingDays, sum.PresentDays + sum.ReviewDays + sum.NoRecordDays + sum.ExcusedDays);
            Assert.InRange(sum.FlexibleDays, 0, sum.PresentDays);
            Assert.InRange(sum.OnTimeDays, sum.FlexibleOnTimeDays, sum.PresentDays);
            Assert.InRange(sum.FlexibleOnTimeDays, 0, sum.FlexibleDays);
        });

    [Fact]
    public void Minutes_are_never_negative_and_missing_unless_present() =>
        Always.HoldsFor(random => Assert.All(Fold(AnyMonth(random)).Days, day =>
        {
            Assert.True(day.LateMinutes is null or >= 0);
            Assert.True(day.EarlyMinutes is null or >= 0);
            Assert.Equal(day.Status == DayStatus.Present, day.LateMinutes is not null);
            Assert.True(day.Status == DayStatus.Present || day.EarlyMinutes is null);
        }));

    private static AttendanceMonth Fold(CheckIn[] checkIns) =>
        Some.Fold(Month, checkIns);

    private static CheckIn AsFlexible(CheckIn checkIn) => checkIn with
    {
        Mode = WorkMode.Flexible,
        Verdict = checkIn.Verdict with { FenceKind = GeofenceKind.WfaArea, FenceId = Some.FenceId("rumah") },
    };

    /// <summary>Half in Ramadan; few different times, so that equal ones abound; some outside, some flagged.</summary>
    private static CheckIn[] AnyMonth(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(80)).Select(i => Some.CheckIn(
            $"checkin-{i:D3}",
            new LocalDate(2026, 2, random.Next(1, 29)) + new LocalTime(random.Next(6, 19), 15 * random.Next(4)),
            (CheckInKind)random.Next(4),
            (Placement)(random.Next(3) == 0 ? random.Next(4) : 0),
            mock: random.Next(10) == 0)),
    ];
}
