using System.Text.Json;
using Kinerja.Application.Policies;
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
using NodaTime;

namespace Kinerja.Application.Tests.Policies;

/// <summary>The samples of tests/Shared by the names of the versions that they repeat.</summary>
internal static class Samples
{
    internal static readonly Dictionary<string, object> ByName = new object[]
    {
        WorkingTimePolicy.Shipped,
        FlexibleWorkPolicy.Template,
        CheckInPolicy.Default,
        Year2026.Calendar,
        DistributionPolicy.Default,
        FollowUpPolicy.Default,
        EvaluationPolicy.Default,
        RankingPolicy.Default,
        FeedbackPolicy.Default,
        WorkPlanPolicy.Default,
        ObjectionPolicy.Default,
        RulingPolicy.Default,
        DisciplinePolicy.Default,
    }.Concat(ShippedSchemes.All).Concat(ShippedTables.All).ToDictionary(VersionOf);

    /// <summary>What a complete document means by itself.</summary>
    internal static Result<object> Read(ShippedPolicy policy) => policy.Kind switch
    {
        "working-time" => Read(PolicyKinds.WorkingTime, policy),
        "flexible-work" => Read(PolicyKinds.FlexibleWork, policy),
        "check-in" => Read(PolicyKinds.CheckIn, policy),
        "calendar" => Read(PolicyKinds.Calendar, policy),
        "deduction" => Read(PolicyKinds.Deduction, policy),
        "distribution" => Read(PolicyKinds.Distribution, policy),
        "follow-up" => Read(PolicyKinds.FollowUp, policy),
        "allowance" => Read(PolicyKinds.Allowance, policy),
        "evaluation" => Read(PolicyKinds.Evaluation, policy),
        "ranking" => Read(PolicyKinds.Ranking, policy),
        "feedback" => Read(PolicyKinds.Feedback, policy),
        "work-plan" => Read(PolicyKinds.WorkPlan, policy),
        "objection" => Read(PolicyKinds.Objection, policy),
        "ruling" => Read(PolicyKinds.Ruling, policy),
        "discipline" => Read(PolicyKinds.Discipline, policy),
        "intake" => Read(PolicyKinds.Intake, policy),
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy.Kind, "No such kind."),
    };

    private static Result<object> Read<T>(PolicyKind<T> kind, ShippedPolicy policy)
        where T : notnull
    {
        using var json = JsonDocument.Parse(policy.Json);
        return kind.ReadComplete(json.RootElement, LocalDate.Max(policy.From, new(2026, 1, 1)), policy.Name)
            .Then<object>(read => read.Value);
    }

    private static string VersionOf(object policy) =>
        (string)policy.GetType().GetProperty("Version")!.GetValue(policy)!;
}
