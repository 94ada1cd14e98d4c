using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Policies;

/// <summary>Every kind of policy document that an agency may keep.</summary>
public static class PolicyKinds
{
    public static PolicyKind<WorkingTimePolicy> WorkingTime { get; } = PolicyKind.Of(
        "working-time",
        JsonFormat.Default.WorkingTimeRequest,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(WorkingTimePolicy.Shipped)).ShapingMonths();

    /// <summary>Without a document of its own an agency has not adopted flexible work: nothing is shipped.</summary>
    public static PolicyKind<FlexibleWorkPolicy> FlexibleWork { get; } = PolicyKind.Of(
        "flexible-work",
        JsonFormat.Default.FlexibleWorkRequest,
        (body, _, version) => body.Read(version)).ShapingMonths();

    public static PolicyKind<CheckInPolicy> CheckIn { get; } = PolicyKind.Of(
        "check-in",
        JsonFormat.Default.CheckInPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(CheckInPolicy.Default));

    public static PolicyKind<WorkCalendar> Calendar { get; } = PolicyKind.Of(
        "calendar",
        JsonFormat.Default.CalendarRequest,
        (body, from, version) => body.Read(from, version),
        MonthRules.ShippedCalendar).ShapingMonths();

    public static PolicyKind<DeductionScheme> Deduction { get; } = PolicyKind.Of(
        "deduction",
        JsonFormat.Default.DeductionRequest,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(ShippedSchemes.Agriculture));

    public static PolicyKind<DistributionPolicy> Distribution { get; } = PolicyKind.Of(
        "distribution",
        JsonFormat.Default.DistributionRequest,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(DistributionPolicy.Default));

    public static PolicyKind<FollowUpPolicy> FollowUp { get; } = PolicyKind.Of(
        "follow-up",
        JsonFormat.Default.FollowUpRequest,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(FollowUpPolicy.Default));

    public static PolicyKind<AllowanceTable> Allowance { get; } = PolicyKind.Of(
        "allowance",
        JsonFormat.Default.AllowanceRequest,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(ShippedTables.ForeignAffairs));

    public static PolicyKind<EvaluationPolicy> Evaluation { get; } = PolicyKind.Of(
        "evaluation",
        JsonFormat.Default.EvaluationPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(EvaluationPolicy.Default));

    public static PolicyKind<RankingPolicy> Ranking { get; } = PolicyKind.Of(
        "ranking",
        JsonFormat.Default.RankingPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(RankingPolicy.Default));

    public static PolicyKind<FeedbackPolicy> Feedback { get; } = PolicyKind.Of(
        "feedback",
        JsonFormat.Default.FeedbackPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(FeedbackPolicy.Default));

    public static PolicyKind<WorkPlanPolicy> WorkPlan { get; } = PolicyKind.Of(
        "work-plan",
        JsonFormat.Default.WorkPlanPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(WorkPlanPolicy.Default));

    public static PolicyKind<ObjectionPolicy> Objection { get; } = PolicyKind.Of(
        "objection",
        JsonFormat.Default.ObjectionPolicyDocument,
        (body, _, version) => body.Read(version),
        PolicyKind.Always(ObjectionPolicy.Default));

    public static IReadOnlyList<PolicyKind> All { get; } =
    [
        WorkingTime,
        CheckIn,
        FlexibleWork,
        Calendar,
        Deduction,
        WorkPlan,
        Distribution,
        Feedback,
        Evaluation,
        Ranking,
        Objection,
        FollowUp,
        Allowance,
    ];

    public static Result<PolicyKind> Find(string? name) =>
        All.FirstOrDefault(kind => kind.Name == name) is { } found
            ? found
            : new Refusal(
                RefusalKind.NotFound,
                RefusalCodes.UnknownPolicy,
                $"There are policies of the kinds {string.Join(", ", All.Select(kind => kind.Name))}.");
}
