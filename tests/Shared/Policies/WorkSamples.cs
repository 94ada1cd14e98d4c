using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Shared;

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class FeedbackPolicySample
{
    private static readonly FeedbackPolicy Value = new(
        "feedback-2026.1",
        FeedbackPolicy.FewestGivers,
        new(Score.FromHundredths(60_00), Score.FromHundredths(100_00), Score.FromHundredths(120_00)),
        new(60, 20, 20, 0),
        70,
        60,
        new(Score.FromHundredths(110_00), Score.FromHundredths(90_00)));

    extension(FeedbackPolicy)
    {
        public static FeedbackPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class WorkPlanPolicySample
{
    private static readonly WorkPlanPolicy Value = new("work-plan-shipped-2026.1")
    {
        LastDay = new(1, 31),
        DaysAfterChange = 31,
        ReasonOutsideTime = true,
        ProRating = ProRating.Days,
    };

    extension(WorkPlanPolicy)
    {
        public static WorkPlanPolicy Default => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class CreditPolicySample
{
    private static readonly CreditPolicy Value = new(
        new Dictionary<Predicate, decimal>
        {
            [Predicate.VeryGood] = 150,
            [Predicate.Good] = 100,
            [Predicate.NeedsImprovement] = 75,
            [Predicate.Poor] = 50,
            [Predicate.VeryPoor] = 25,
        },
        new Dictionary<FunctionalLevel, Coefficient>
        {
            [FunctionalLevel.Pemula] = new(3.75m, FigureSource.Confirmed),
            [FunctionalLevel.Terampil] = new(5, FigureSource.Confirmed),
            [FunctionalLevel.Mahir] = new(12.5m, FigureSource.Unconfirmed),
            [FunctionalLevel.Penyelia] = new(25, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliPertama] = new(12.5m, FigureSource.Confirmed),
            [FunctionalLevel.AhliMuda] = new(25, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliMadya] = new(37.5m, FigureSource.Unconfirmed),
            [FunctionalLevel.AhliUtama] = new(50, FigureSource.Unconfirmed),
        });

    extension(CreditPolicy)
    {
        public static CreditPolicy Shipped => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class TalentPolicySample
{
    private static readonly TalentPolicy Value = new(
        new Dictionary<Predicate, decimal>
        {
            [Predicate.VeryGood] = 100,
            [Predicate.Good] = 80,
            [Predicate.NeedsImprovement] = 60,
            [Predicate.Poor] = 40,
            [Predicate.VeryPoor] = 20,
        },
        new AxisCuts(50, 75),
        new AxisCuts(50, 75),
        new Dictionary<(ExpectationLevel, PotentialLevel), int>
        {
            [(ExpectationLevel.Below, PotentialLevel.Low)] = 1,
            [(ExpectationLevel.Meets, PotentialLevel.Low)] = 2,
            [(ExpectationLevel.Below, PotentialLevel.Medium)] = 3,
            [(ExpectationLevel.Above, PotentialLevel.Low)] = 4,
            [(ExpectationLevel.Meets, PotentialLevel.Medium)] = 5,
            [(ExpectationLevel.Below, PotentialLevel.High)] = 6,
            [(ExpectationLevel.Above, PotentialLevel.Medium)] = 7,
            [(ExpectationLevel.Meets, PotentialLevel.High)] = 8,
            [(ExpectationLevel.Above, PotentialLevel.High)] = 9,
        },
        FigureSource.Unconfirmed);

    extension(TalentPolicy)
    {
        public static TalentPolicy Shipped => Value;
    }
}

/// <summary>
/// The first shipped version, written out by hand once more for tests of rules; the file is held against it.
/// </summary>
public static class FollowUpPolicySample
{
    private static readonly FollowUpPolicy Value = new(
        "follow-up-2026.1",
        new GrantTerms(1, new LocalTime(8, 30), 3),
        new ProposalTerms(
            new HashSet<Predicate> { Predicate.NeedsImprovement, Predicate.Poor, Predicate.VeryPoor },
            new HashSet<Predicate> { Predicate.VeryPoor },
            6,
            new HashSet<EmployeeId>())
        { TestMonths = 1 },
        CreditPolicy.Shipped,
        TalentPolicy.Shipped);

    extension(FollowUpPolicy)
    {
        public static FollowUpPolicy Default => Value;
    }
}
