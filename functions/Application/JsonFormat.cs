using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Calendars;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Json;
using Kinerja.Application.Objections;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Queues;
using Kinerja.Application.Ranking;
using Kinerja.Application.Reports;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;

namespace Kinerja.Application;

/// <summary>
/// The one way JSON is read and written: camelCase, unknown and repeated members refused, numbers as numbers, NaN never.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(AgencyBody))]
[JsonSerializable(typeof(WorkQueueListAnswer))]
[JsonSerializable(typeof(PoisonListAnswer))]
[JsonSerializable(typeof(ReplayBody))]
[JsonSerializable(typeof(ReplayAnswer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(UnitsBody))]
[JsonSerializable(typeof(PostsBody))]
[JsonSerializable(typeof(EmployeesBody))]
[JsonSerializable(typeof(EntitlementBody))]
[JsonSerializable(typeof(RevocationBody))]
[JsonSerializable(typeof(EntitlementAnswer))]
[JsonSerializable(typeof(EntitlementListAnswer))]
[JsonSerializable(typeof(FlexibleWorkBody))]
[JsonSerializable(typeof(FlexibleDayBody))]
[JsonSerializable(typeof(FlexibleDayAnswer))]
[JsonSerializable(typeof(FlexibleDayListAnswer))]
[JsonSerializable(typeof(EligibilityAnswer))]
[JsonSerializable(typeof(SurveyBody))]
[JsonSerializable(typeof(SurveyExtensionBody))]
[JsonSerializable(typeof(SurveyView))]
[JsonSerializable(typeof(SurveyResponseBody))]
[JsonSerializable(typeof(SurveyAnswerBody[]))]
[JsonSerializable(typeof(SurveyResponseAnswer))]
[JsonSerializable(typeof(SurveyResultsAnswer))]
[JsonSerializable(typeof(FlexibleReportAnswer))]
[JsonSerializable(typeof(OccupancyReportAnswer))]
[JsonSerializable(typeof(UpsertAnswer))]
[JsonSerializable(typeof(FenceListAnswer))]
[JsonSerializable(typeof(FenceImportAnswer))]
[JsonSerializable(typeof(PositionTrialBody))]
[JsonSerializable(typeof(PositionTrialAnswer))]
[JsonSerializable(typeof(FenceTrialBody))]
[JsonSerializable(typeof(FenceTrialAnswer))]
[JsonSerializable(typeof(PolicyTrialBody))]
[JsonSerializable(typeof(PolicyTrialAnswer))]
[JsonSerializable(typeof(CheckInBody))]
[JsonSerializable(typeof(CheckInBatchBody))]
[JsonSerializable(typeof(CheckInAnswer))]
[JsonSerializable(typeof(CheckInListAnswer))]
[JsonSerializable(typeof(ReceiptBody))]
[JsonSerializable(typeof(CheckInPolicyBody))]
[JsonSerializable(typeof(ReviewDecisionBody))]
[JsonSerializable(typeof(ReviewAnswer))]
[JsonSerializable(typeof(SpotCheckListAnswer))]
[JsonSerializable(typeof(ReviewListAnswer))]
[JsonSerializable(typeof(JwksAnswer))]
[JsonSerializable(typeof(CheckInBatchAnswer))]
[JsonSerializable(typeof(AttendanceAnswer))]
[JsonSerializable(typeof(AttendanceReportAnswer))]
[JsonSerializable(typeof(LeaveBody))]
[JsonSerializable(typeof(LeaveImportBody))]
[JsonSerializable(typeof(LeaveImportAnswer))]
[JsonSerializable(typeof(LeaveListAnswer))]
[JsonSerializable(typeof(CorrectionBody))]
[JsonSerializable(typeof(CorrectionDecisionBody))]
[JsonSerializable(typeof(CorrectionAnswer))]
[JsonSerializable(typeof(CorrectionListAnswer))]
[JsonSerializable(typeof(OutageBody))]
[JsonSerializable(typeof(OutageAnswer))]
[JsonSerializable(typeof(OutageListAnswer))]
[JsonSerializable(typeof(FeedbackBody))]
[JsonSerializable(typeof(FeedbackAnswer))]
[JsonSerializable(typeof(FeedbackListAnswer))]
[JsonSerializable(typeof(FeedbackSummaryAnswer))]
[JsonSerializable(typeof(BehaviourGuideListAnswer))]
[JsonSerializable(typeof(FeedbackPolicyBody))]
[JsonSerializable(typeof(DelegationBody))]
[JsonSerializable(typeof(DelegationAnswer))]
[JsonSerializable(typeof(DelegationListAnswer))]
[JsonSerializable(typeof(DialogueBody))]
[JsonSerializable(typeof(AgreedActionBody[]))]
[JsonSerializable(typeof(DialogueAnswer))]
[JsonSerializable(typeof(DialogueListAnswer))]
[JsonSerializable(typeof(OverdueActionListAnswer))]
[JsonSerializable(typeof(LeaderReminderAnswer))]
[JsonSerializable(typeof(SilentRaterListAnswer))]
[JsonSerializable(typeof(RaterCorrectionBody))]
[JsonSerializable(typeof(RaterCorrectionAnswer))]
[JsonSerializable(typeof(RatingListAnswer))]
[JsonSerializable(typeof(SuggestionAnswer))]
[JsonSerializable(typeof(WorkPlanPolicyBody))]
[JsonSerializable(typeof(WorkPlanBody))]
[JsonSerializable(typeof(PlanContentBody))]
[JsonSerializable(typeof(PlanAgreementBody))]
[JsonSerializable(typeof(WorkPlanAnswer))]
[JsonSerializable(typeof(PlanVersionListAnswer))]
[JsonSerializable(typeof(PlanListAnswer))]
[JsonSerializable(typeof(EvidenceBody[]))]
[JsonSerializable(typeof(AssignmentBody))]
[JsonSerializable(typeof(AssignmentAnswer))]
[JsonSerializable(typeof(AssignmentListAnswer))]
[JsonSerializable(typeof(TeamInputBody))]
[JsonSerializable(typeof(TeamInputAnswer))]
[JsonSerializable(typeof(LedAssignmentListAnswer))]
[JsonSerializable(typeof(RolesMatrixAnswer))]
[JsonSerializable(typeof(MissingPlanListAnswer))]
[JsonSerializable(typeof(RealisationBody))]
[JsonSerializable(typeof(RealisedResultBody[]))]
[JsonSerializable(typeof(RealisationAnswer))]
[JsonSerializable(typeof(RealisationListAnswer))]
[JsonSerializable(typeof(SkpAnswer))]
[JsonSerializable(typeof(RatingBody))]
[JsonSerializable(typeof(RatingAnswer))]
[JsonSerializable(typeof(UnitPerformanceBody))]
[JsonSerializable(typeof(UnitPerformanceAnswer))]
[JsonSerializable(typeof(ObjectionBody))]
[JsonSerializable(typeof(StatementBody))]
[JsonSerializable(typeof(RulingBody))]
[JsonSerializable(typeof(ObjectionAnswer))]
[JsonSerializable(typeof(ObjectionListAnswer))]
[JsonSerializable(typeof(ObjectionPolicyBody))]
[JsonSerializable(typeof(DistributionBody))]
[JsonSerializable(typeof(RaterReasonBody))]
[JsonSerializable(typeof(RaterReasonAnswer))]
[JsonSerializable(typeof(CalibrationAnswer))]
[JsonSerializable(typeof(RunBody))]
[JsonSerializable(typeof(RunAnswer))]
[JsonSerializable(typeof(EvaluationAnswer))]
[JsonSerializable(typeof(WhatIfBody))]
[JsonSerializable(typeof(WhatIfAnswer))]
[JsonSerializable(typeof(RerunAnswer))]
[JsonSerializable(typeof(LineProofsAnswer))]
[JsonSerializable(typeof(ProblemBody))]
[JsonSerializable(typeof(WorkingTimeBody))]
[JsonSerializable(typeof(CalendarBody))]
[JsonSerializable(typeof(DeductionBody))]
[JsonSerializable(typeof(DeductionAnswer))]
[JsonSerializable(typeof(FollowUpBody))]
[JsonSerializable(typeof(AllowanceBody))]
[JsonSerializable(typeof(GrantListBody))]
[JsonSerializable(typeof(GrantDecisionBody))]
[JsonSerializable(typeof(GrantListAnswer))]
[JsonSerializable(typeof(ProposalsBody))]
[JsonSerializable(typeof(ProposalsRaisedAnswer))]
[JsonSerializable(typeof(ConsiderationBody))]
[JsonSerializable(typeof(ProposalDecisionBody))]
[JsonSerializable(typeof(OutcomeBody))]
[JsonSerializable(typeof(ProposalView))]
[JsonSerializable(typeof(ProposalListAnswer))]
[JsonSerializable(typeof(CreditPointsAnswer))]
[JsonSerializable(typeof(TalentBody))]
[JsonSerializable(typeof(TalentAnswer))]
[JsonSerializable(typeof(AllowanceAnswer))]
[JsonSerializable(typeof(GrantEvent))]
[JsonSerializable(typeof(ProposalEvent))]
[JsonSerializable(typeof(ReviewEvent))]
[JsonSerializable(typeof(ObjectionOverdueEvent))]
[JsonSerializable(typeof(ProposalDueEvent))]
[JsonSerializable(typeof(OverdueListAnswer))]
[JsonSerializable(typeof(FinalPredicatesEvent))]
[JsonSerializable(typeof(AbsenceAnswer))]
[JsonSerializable(typeof(EvaluationPolicyBody))]
[JsonSerializable(typeof(RankingPolicyBody))]
[JsonSerializable(typeof(PolicyAnswer))]
[JsonSerializable(typeof(PolicyListAnswer))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class JsonFormat : JsonSerializerContext
{
    /// <summary>An enum's name on the wire: camelCase.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.ByValue[value];
}

internal static class EnumNames<T>
    where T : struct, Enum
{
    internal static readonly Dictionary<T, string> ByValue =
        Enum.GetValues<T>().ToDictionary(v => v, v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()));

    internal static readonly Dictionary<string, T> ByName = ByValue.ToDictionary(p => p.Value, p => p.Key);
}
