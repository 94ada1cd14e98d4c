using Kinerja.Domain.Calendars;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Shared;

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class RulingPolicySample
{
    private static readonly RulingPolicy Value = new("ruling-2026.1", 7, 14, 5);

    extension(RulingPolicy)
    {
        public static RulingPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class DisciplinePolicySample
{
    private const string Art9 = "PP 94/2021 pasal 9";
    private const string Art42 = "PP 94/2021 pasal 42; Peraturan BKN 6/2022 pasal 62";
    private const string Art11 = "PP 94/2021 pasal 11 ayat (2) huruf d angka ";

    private static readonly DisciplinePolicy Value = new(
        "discipline-2026.1",
        "PP 94/2021 pasal 8-11; potongan tunjangan kinerja 25% ditunda oleh pasal 42 sampai peraturan gaji berlaku",
        new(
            [
                new(3, DisciplineMeasure.OralWarning, null, null, Art9),
                new(4, DisciplineMeasure.WrittenWarning, null, null, Art9),
                new(7, DisciplineMeasure.StatementOfDissatisfaction, null, null, Art9),
                new(11, DisciplineMeasure.RaiseDelayed, 12, null, Art42),
                new(14, DisciplineMeasure.PromotionDelayed, 12, null, Art42),
                new(17, DisciplineMeasure.RankLowered, 12, null, Art42),
                new(21, DisciplineMeasure.PostLowered, 12, null, Art11 + "1"),
                new(25, DisciplineMeasure.RelievedOfPost, 12, null, Art11 + "2"),
                new(28, DisciplineMeasure.Dismissal, null, null, Art11 + "3"),
            ],
            new(10, DisciplineMeasure.Dismissal, null, null, Art11 + "4")));

    extension(DisciplinePolicy)
    {
        public static DisciplinePolicy Default => Value;
    }
}

/// <summary>The ladder of one policy and one kind for all time.</summary>
public static class DisciplineLawSample
{
    extension(DisciplineLaw)
    {
        /// <summary>What is shipped, for a person who was always of that kind.</summary>
        public static DisciplineLaw Of(DisciplinePolicy policy, EmploymentKind kind = EmploymentKind.Pns) =>
            new(new PolicyTimeline<DisciplinePolicy>([new(LocalDate.MinIsoValue, 0, policy)]), _ => kind);

        public static DisciplineLaw Shipped => Of(DisciplinePolicy.Default);
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class SignalPolicySample
{
    private static readonly SignalPolicy Value = new()
    {
        MostKilometresPerHour = 1000,
        LeastTravelKilometres = 50,
        MostAccuracyMetres = 20,
        RepeatedDays = 10,
        SharedPeople = 3,
        SharedPairDays = 3,
        PeopleOnDevice = 2,
        DevicesOfPerson = 3,
        PeopleAssisted = 10,
    };

    extension(SignalPolicy)
    {
        public static SignalPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class SpotCheckRuleSample
{
    private static readonly SpotCheckRule Value = new()
    {
        ChancePercent = 0,
        MostPerDay = 1,
        WindowMinutes = 30,
        From = new(8, 30),
        To = new(15, 30),
    };

    extension(SpotCheckRule)
    {
        public static SpotCheckRule None => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class CheckInPolicySample
{
    private static readonly TrustWeights Weights = new(60, 50, 20, 20) { ClockCorrected = 5 };

    private static readonly CheckInPolicy Value = new(
        "check-in-2026.1", Duration.FromMinutes(5), Duration.FromDays(7), Duration.FromMinutes(15))
    {
        MostClockCorrection = Duration.FromDays(1),
        ExpectedPerDay = 2,
        MidDayFrom = new(12, 0),
        MidDayTo = new(13, 0),
        ReviewBelowTrust = 60,
        Weights = Weights,
        LeastAccuracyMetres = 1,
        MostUsableAccuracyMetres = 10_000,
        MostProofsPerDay = 3,
        Signals = SignalPolicy.Default,
        SpotChecks = SpotCheckRule.None,
    };

    extension(CheckInPolicy)
    {
        public static CheckInPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class FlexibleWorkPolicySample
{
    private static readonly FlexibleWorkPolicy Value = new("flexible-work-template-2026.1")
    {
        DaysAllowed =
        [
            IsoDayOfWeek.Monday,
            IsoDayOfWeek.Tuesday,
            IsoDayOfWeek.Wednesday,
            IsoDayOfWeek.Thursday,
            IsoDayOfWeek.Friday,
        ],
        DaysPerWeek = 1,
        MostInARow = 2,
        NewStaffMonths = 12,
        NeedsEntitlement = false,
        PlanRequired = true,
        LeastOfficePercent = 50,
        OfficeShares = [],
        PilotUnits = [],
        PilotPosts = [],
        Waves = [],
        DeniedCategories = [],
        DeniedPosts = [],
        DenyCircularSectors = true,
    };

    extension(FlexibleWorkPolicy)
    {
        public static FlexibleWorkPolicy Template => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class WorkingTimePolicySample
{
    private static readonly WorkingTimePolicy Value = new("working-time-shipped-2026.1", Year2026.Hours, []);

    extension(WorkingTimePolicy)
    {
        public static WorkingTimePolicy Shipped => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class MonthRulesSample
{
    private static readonly MonthRules Value = new(
        new PolicyTimeline<WorkCalendar>([new(new LocalDate(2026, 1, 1), 0, Year2026.Calendar)], yearly: true),
        new PolicyTimeline<WorkingTimePolicy>([new(LocalDate.MinIsoValue, 0, WorkingTimePolicy.Shipped)]));

    extension(MonthRules)
    {
        public static MonthRules Shipped => Value;
    }
}
