using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Calendars;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Feedback;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Geofencing;
using Kinerja.Application.Intake;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Application.Json;
using Kinerja.Application.Notices;
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
using Kinerja.Application.Webhooks;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;

namespace Kinerja.Application;

/// <summary>
/// The one way JSON is read and written: camelCase, unknown and repeated members refused, NaN never; values of the
/// domain as <see cref="ValueConverters"/> says. What is reached from a type has its own entry.
/// </summary>
[JsonSourceGenerationOptions(
    GenerationMode = JsonSourceGenerationMode.Metadata,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ValueConverters)],
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(RegisterAgencyRequest))]
[JsonSerializable(typeof(WorkQueueListResponse))]
[JsonSerializable(typeof(PoisonListResponse))]
[JsonSerializable(typeof(ReplayRequest))]
[JsonSerializable(typeof(Replay))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(UnitsRequest))]
[JsonSerializable(typeof(PostsRequest))]
[JsonSerializable(typeof(EmployeesRequest))]
[JsonSerializable(typeof(NoticeEvent))]
[JsonSerializable(typeof(InboxResponse))]
[JsonSerializable(typeof(SeenRequest))]
[JsonSerializable(typeof(SeenResponse))]
[JsonSerializable(typeof(WebhookRequest))]
[JsonSerializable(typeof(WebhookResponse))]
[JsonSerializable(typeof(RegisterPageRequest))]
[JsonSerializable(typeof(RegisterSourceRequest))]
[JsonSerializable(typeof(RegisterSourceResponse))]
[JsonSerializable(typeof(RegisterChangeListResponse))]
[JsonSerializable(typeof(PullAgreementRequest))]
[JsonSerializable(typeof(EventListResponse))]
[JsonSerializable(typeof(MeResponse))]
[JsonSerializable(typeof(NipLookupRequest))]
[JsonSerializable(typeof(NipLookupResponse))]
[JsonSerializable(typeof(NipFindingListResponse))]
[JsonSerializable(typeof(SecondmentRequest))]
[JsonSerializable(typeof(SecondmentListResponse))]
[JsonSerializable(typeof(NamesRequest))]
[JsonSerializable(typeof(NameListResponse))]
[JsonSerializable(typeof(MovesRequest))]
[JsonSerializable(typeof(MoveListResponse))]
[JsonSerializable(typeof(PersonMovedEvent))]
[JsonSerializable(typeof(EntitlementRequest))]
[JsonSerializable(typeof(RevocationRequest))]
[JsonSerializable(typeof(EntitlementListResponse))]
[JsonSerializable(typeof(FlexibleWorkRequest))]
[JsonSerializable(typeof(FlexibleDayRequest))]
[JsonSerializable(typeof(FlexibleDayListResponse))]
[JsonSerializable(typeof(RotationResponse))]
[JsonSerializable(typeof(EligibilityResponse))]
[JsonSerializable(typeof(SurveyRequest))]
[JsonSerializable(typeof(SurveyExtensionRequest))]
[JsonSerializable(typeof(QuestionnaireResponse))]
[JsonSerializable(typeof(SurveyResponseRequest))]
[JsonSerializable(typeof(SurveyResponseResponse))]
[JsonSerializable(typeof(SurveyResultsResponse))]
[JsonSerializable(typeof(FlexibleReportResponse))]
[JsonSerializable(typeof(OccupancyReportResponse))]
[JsonSerializable(typeof(UpsertResponse))]
[JsonSerializable(typeof(FenceListResponse))]
[JsonSerializable(typeof(FenceImportResponse))]
[JsonSerializable(typeof(PositionDryRunRequest))]
[JsonSerializable(typeof(PositionDryRunResponse))]
[JsonSerializable(typeof(FenceDryRunRequest))]
[JsonSerializable(typeof(FenceDryRunResponse))]
[JsonSerializable(typeof(PolicyDryRunRequest))]
[JsonSerializable(typeof(PolicyDryRunResponse))]
[JsonSerializable(typeof(CheckInRequest))]
[JsonSerializable(typeof(CheckInBatchRequest))]
[JsonSerializable(typeof(CheckInListResponse))]
[JsonSerializable(typeof(PositionedCheckInListResponse))]
[JsonSerializable(typeof(ReceiptClaims))]
[JsonSerializable(typeof(CheckInPolicyDocument))]
[JsonSerializable(typeof(ReviewDecisionRequest))]
[JsonSerializable(typeof(SpotCheckListResponse))]
[JsonSerializable(typeof(ReviewListResponse))]
[JsonSerializable(typeof(JwksResponse))]
[JsonSerializable(typeof(CheckInBatchResponse))]
[JsonSerializable(typeof(AttendanceResponse))]
[JsonSerializable(typeof(AttendanceReportResponse))]
[JsonSerializable(typeof(LeaveRequest))]
[JsonSerializable(typeof(LeaveImportRequest))]
[JsonSerializable(typeof(LeaveImportResponse))]
[JsonSerializable(typeof(LeaveListResponse))]
[JsonSerializable(typeof(CorrectionRequest))]
[JsonSerializable(typeof(DayDecisionRequest))]
[JsonSerializable(typeof(CorrectionListResponse))]
[JsonSerializable(typeof(ShiftSwapRequest))]
[JsonSerializable(typeof(ShiftSwapListResponse))]
[JsonSerializable(typeof(OutageRequest))]
[JsonSerializable(typeof(OutageListResponse))]
[JsonSerializable(typeof(FeedbackRequest))]
[JsonSerializable(typeof(FeedbackListResponse))]
[JsonSerializable(typeof(FeedbackSummaryResponse))]
[JsonSerializable(typeof(BehaviourGuideListResponse))]
[JsonSerializable(typeof(FeedbackPolicyDocument))]
[JsonSerializable(typeof(DelegationRequest))]
[JsonSerializable(typeof(DelegationListResponse))]
[JsonSerializable(typeof(UnitListResponse))]
[JsonSerializable(typeof(PostListResponse))]
[JsonSerializable(typeof(EmployeeListResponse))]
[JsonSerializable(typeof(DialogueRequest))]
[JsonSerializable(typeof(DialogueListResponse))]
[JsonSerializable(typeof(OverdueActionListResponse))]
[JsonSerializable(typeof(LeaderReminderResponse))]
[JsonSerializable(typeof(SilentRaterListResponse))]
[JsonSerializable(typeof(RaterCorrectionRequest))]
[JsonSerializable(typeof(RaterCorrectionResponse))]
[JsonSerializable(typeof(RatingListResponse))]
[JsonSerializable(typeof(SuggestionResponse))]
[JsonSerializable(typeof(WorkPlanPolicyDocument))]
[JsonSerializable(typeof(WorkPlanRequest))]
[JsonSerializable(typeof(PlanAgreementRequest))]
[JsonSerializable(typeof(WorkPlanResponse))]
[JsonSerializable(typeof(PlanVersionListResponse))]
[JsonSerializable(typeof(PlanListResponse))]
[JsonSerializable(typeof(AssignmentRequest))]
[JsonSerializable(typeof(AssignmentResponse))]
[JsonSerializable(typeof(AssignmentListResponse))]
[JsonSerializable(typeof(TeamInputRequest))]
[JsonSerializable(typeof(TeamInputResponse))]
[JsonSerializable(typeof(LedAssignmentListResponse))]
[JsonSerializable(typeof(RolesMatrixResponse))]
[JsonSerializable(typeof(MissingPlanListResponse))]
[JsonSerializable(typeof(RealisationRequest))]
[JsonSerializable(typeof(RealisationListResponse))]
[JsonSerializable(typeof(SkpResponse))]
[JsonSerializable(typeof(RatingRequest))]
[JsonSerializable(typeof(RatedListResponse))]
[JsonSerializable(typeof(UnitPerformanceRequest))]
[JsonSerializable(typeof(UnitPerformanceResponse))]
[JsonSerializable(typeof(ReceiptRequest))]
[JsonSerializable(typeof(ReceiptResponse))]
[JsonSerializable(typeof(ObjectionRequest))]
[JsonSerializable(typeof(StatementRequest))]
[JsonSerializable(typeof(RulingRequest))]
[JsonSerializable(typeof(ObjectionListResponse))]
[JsonSerializable(typeof(ObjectionPolicyDocument))]
[JsonSerializable(typeof(DistributionRequest))]
[JsonSerializable(typeof(RaterReasonRequest))]
[JsonSerializable(typeof(RaterReasonResponse))]
[JsonSerializable(typeof(CalibrationResponse))]
[JsonSerializable(typeof(RunRequest))]
[JsonSerializable(typeof(RunResponse))]
[JsonSerializable(typeof(RunListResponse))]
[JsonSerializable(typeof(MissingRatingsResponse))]
[JsonSerializable(typeof(RevisionResponse))]
[JsonSerializable(typeof(OpenActListResponse))]
[JsonSerializable(typeof(RatingLateEvent))]
[JsonSerializable(typeof(RatingsMissingEvent))]
[JsonSerializable(typeof(RunHeldEvent))]
[JsonSerializable(typeof(RunReopenedEvent))]
[JsonSerializable(typeof(ReopeningRequest))]
[JsonSerializable(typeof(EvaluationResponse))]
[JsonSerializable(typeof(WhatIfRequest))]
[JsonSerializable(typeof(WhatIfResponse))]
[JsonSerializable(typeof(RerunResponse))]
[JsonSerializable(typeof(LineProofsResponse))]
[JsonSerializable(typeof(ProblemResponse))]
[JsonSerializable(typeof(WorkingTimeRequest))]
[JsonSerializable(typeof(CalendarRequest))]
[JsonSerializable(typeof(DeductionRequest))]
[JsonSerializable(typeof(DeductionResponse))]
[JsonSerializable(typeof(PayrollCloseRequest))]
[JsonSerializable(typeof(SealClaims)), JsonSerializable(typeof(SealResponse))]
[JsonSerializable(typeof(PayrollMonthResponse))]
[JsonSerializable(typeof(DifferenceListResponse))]
[JsonSerializable(typeof(PayrollClosedEvent))]
[JsonSerializable(typeof(FollowUpRequest))]
[JsonSerializable(typeof(AllowanceRequest))]
[JsonSerializable(typeof(GrantListRequest))]
[JsonSerializable(typeof(GrantDecisionRequest))]
[JsonSerializable(typeof(GrantListResponse))]
[JsonSerializable(typeof(ProposalsRequest))]
[JsonSerializable(typeof(ProposalsRaised))]
[JsonSerializable(typeof(ConsiderationRequest))]
[JsonSerializable(typeof(ProposalDecisionRequest))]
[JsonSerializable(typeof(OutcomeRequest))]
[JsonSerializable(typeof(ProposalListResponse))]
[JsonSerializable(typeof(CreditPointsResponse))]
[JsonSerializable(typeof(TalentRequest))]
[JsonSerializable(typeof(TalentResponse))]
[JsonSerializable(typeof(AllowanceResponse))]
[JsonSerializable(typeof(GrantEvent))]
[JsonSerializable(typeof(ProposalEvent))]
[JsonSerializable(typeof(ReviewEvent))]
[JsonSerializable(typeof(ObjectionOverdueEvent))]
[JsonSerializable(typeof(ProposalDueEvent))]
[JsonSerializable(typeof(OverdueListResponse))]
[JsonSerializable(typeof(FinalPredicatesEvent))]
[JsonSerializable(typeof(AbsenceResponse))]
[JsonSerializable(typeof(EvaluationPolicyDocument))]
[JsonSerializable(typeof(RankingPolicyDocument))]
[JsonSerializable(typeof(PresenceProofRequest))]
[JsonSerializable(typeof(PresenceProofResponse))]
[JsonSerializable(typeof(UsableAccuracyResponse))]
[JsonSerializable(typeof(RulingPolicyDocument))]
[JsonSerializable(typeof(DisciplinePolicyDocument))]
[JsonSerializable(typeof(RulingQueueResponse))]
[JsonSerializable(typeof(DayRulingsRequest))]
[JsonSerializable(typeof(DayRulingBatchResponse))]
[JsonSerializable(typeof(DayRulingResponse))]
[JsonSerializable(typeof(RulingWordsRequest))]
[JsonSerializable(typeof(RulingObjectionDecisionRequest))]
[JsonSerializable(typeof(IntakePolicyDocument))]
[JsonSerializable(typeof(FeedbackItemsResponse))]
[JsonSerializable(typeof(PolicyResponse))]
[JsonSerializable(typeof(PolicyListResponse))]
[JsonSerializable(typeof(JsonElement))]
public sealed partial class JsonFormat : JsonSerializerContext
{
    /// <summary>An enum's name on the wire: camelCase.</summary>
    public static string Name<T>(T value)
        where T : struct, Enum => EnumNames<T>.ByValue[value];

    /// <summary>The value of that name; anything else is a bug.</summary>
    internal static T Value<T>(string name)
        where T : struct, Enum => EnumNames<T>.ByName[name];
}
