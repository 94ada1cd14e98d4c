using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Intake;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.Policies;

/// <summary>Every kind of policy document that an agency may keep, and that versions are shipped of.</summary>
public static class PolicyKinds
{
    public static PolicyKind<WorkingTimePolicy> WorkingTime { get; } = PolicyKind.Of(
        "working-time",
        JsonFormat.Default.WorkingTimeRequest,
        (body, _) => body.WithUnits(),
        (body, _, version) => body.Read(version),
        PolicyTraits.ShapesMonths | PolicyTraits.National);

    /// <summary>
    /// Without a document of its own an agency has not adopted flexible work: only a template is shipped.
    /// </summary>
    public static PolicyKind<FlexibleWorkPolicy> FlexibleWork { get; } = PolicyKind.Of(
        "flexible-work",
        JsonFormat.Default.FlexibleWorkRequest,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version),
        PolicyTraits.ShapesMonths);

    public static PolicyKind<CheckInPolicy> CheckIn { get; } = PolicyKind.Of(
        "check-in",
        JsonFormat.Default.CheckInPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    /// <summary>
    /// Nothing of a calendar is filled, and each holds for its own year. An agency's days off come on top of those for
    /// all.
    /// </summary>
    public static PolicyKind<WorkCalendar> Calendar { get; } = PolicyKind.Of(
        "calendar",
        JsonFormat.Default.CalendarRequest,
        (body, _) => body,
        (body, from, version) => body.Read(from, version),
        PolicyTraits.ShapesMonths | PolicyTraits.EndsWithTheYear | PolicyTraits.National,
        WorkCalendar.OnTop);

    /// <summary>Every agency cuts by its own rule; without its document there is no figure.</summary>
    public static PolicyKind<DeductionScheme> Deduction { get; } = PolicyKind.Of(
        "deduction",
        JsonFormat.Default.DeductionRequest,
        (body, shipped) => body.FilledFrom(shipped.Filling, shipped.Named),
        (body, _, version) => body.Read(version),
        PolicyTraits.OnlyOwn);

    public static PolicyKind<DistributionPolicy> Distribution { get; } = PolicyKind.Of(
        "distribution",
        JsonFormat.Default.DistributionRequest,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version),
        PolicyTraits.National);

    public static PolicyKind<FollowUpPolicy> FollowUp { get; } = PolicyKind.Of(
        "follow-up",
        JsonFormat.Default.FollowUpRequest,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    /// <summary>Every agency pays by its own table; without its document there is no factor.</summary>
    public static PolicyKind<AllowanceTable> Allowance { get; } = PolicyKind.Of(
        "allowance",
        JsonFormat.Default.AllowanceRequest,
        (body, shipped) => body.FilledFrom(shipped.Named),
        (body, _, version) => body.Read(version),
        PolicyTraits.OnlyOwn);

    public static PolicyKind<EvaluationPolicy> Evaluation { get; } = PolicyKind.Of(
        "evaluation",
        JsonFormat.Default.EvaluationPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version),
        PolicyTraits.National);

    public static PolicyKind<RankingPolicy> Ranking { get; } = PolicyKind.Of(
        "ranking",
        JsonFormat.Default.RankingPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    public static PolicyKind<FeedbackPolicy> Feedback { get; } = PolicyKind.Of(
        "feedback",
        JsonFormat.Default.FeedbackPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    public static PolicyKind<WorkPlanPolicy> WorkPlan { get; } = PolicyKind.Of(
        "work-plan",
        JsonFormat.Default.WorkPlanPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    public static PolicyKind<ObjectionPolicy> Objection { get; } = PolicyKind.Of(
        "objection",
        JsonFormat.Default.ObjectionPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    public static PolicyKind<RulingPolicy> Ruling { get; } = PolicyKind.Of(
        "ruling",
        JsonFormat.Default.RulingPolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling),
        (body, _, version) => body.Read(version));

    /// <summary>PPPK have no ladder until a document gives one.</summary>
    public static PolicyKind<DisciplinePolicy> Discipline { get; } = PolicyKind.Of(
        "discipline",
        JsonFormat.Default.DisciplinePolicyDocument,
        (body, shipped) => body.FilledFrom(shipped.Filling, shipped.Named),
        (body, _, version) => body.Read(version));

    /// <summary>Nothing of a mapping is filled; it is tried on its samples before it is stored.</summary>
    public static PolicyKind<IntakePolicy> Intake { get; } = PolicyKind.Of(
        "intake",
        JsonFormat.Default.IntakePolicyDocument,
        (body, _) => body.Tried(),
        (body, _, version) => body.Read(version));

    public static IReadOnlyList<PolicyKind> All { get; } =
    [
        WorkingTime,
        CheckIn,
        FlexibleWork,
        Calendar,
        Ruling,
        Discipline,
        Deduction,
        WorkPlan,
        Distribution,
        Feedback,
        Evaluation,
        Ranking,
        Objection,
        FollowUp,
        Allowance,
        Intake,
    ];

    /// <summary>Those that the national operator gives documents of.</summary>
    public static IReadOnlyList<PolicyKind> National { get; } = [.. All.Where(kind => kind.IsNational)];

    public static Result<PolicyKind> Find(string? name) => Find(name, All);

    public static Result<PolicyKind> FindNational(string? name) => Find(name, National);

    private static Result<PolicyKind> Find(string? name, IReadOnlyList<PolicyKind> kinds) =>
        kinds.FirstOrDefault(kind => kind.Name == name) is { } found
            ? found
            : new Refusal(
                RefusalKind.NotFound,
                RefusalCodes.UnknownPolicy,
                $"There are policies of the kinds {string.Join(", ", kinds.Select(kind => kind.Name))}.");
}
