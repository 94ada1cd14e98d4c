using System.Text.Json.Serialization;
using Kinerja.Application.Exchange;
using Kinerja.Application.Feedback;
using Kinerja.Application.Files.Imports;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;

namespace Kinerja.Application;

/// <summary>
/// JSON in columns of rows. It is read tolerantly, since rows outlive the code that wrote them: a member that is not
/// known is passed over, one that is missing takes its default where it has one and is a fault where it has none. No
/// record of the API stands here, so that an operation may change while rows stay.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectRequiredConstructorParameters = true,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(StoredSurvey))]
[JsonSerializable(typeof(StoredAnswer[]))]
[JsonSerializable(typeof(StoredCell[]))]
[JsonSerializable(typeof(StoredProposal))]
[JsonSerializable(typeof(StoredPlanContent))]
[JsonSerializable(typeof(StoredRealisedResult[]))]
[JsonSerializable(typeof(StoredEvidenceLink[]))]
[JsonSerializable(typeof(StoredAction[]))]
[JsonSerializable(typeof(StoredReviewLists))]
[JsonSerializable(typeof(StoredCorrectionStep[]))]
[JsonSerializable(typeof(StoredSwapStep[]))]
[JsonSerializable(typeof(StoredEmployment))]
[JsonSerializable(typeof(StoredUnit[]))]
[JsonSerializable(typeof(StoredPost[]))]
[JsonSerializable(typeof(StoredRulingStep[]))]
[JsonSerializable(typeof(StoredDeductions))]
[JsonSerializable(typeof(StoredReopening[]))]
[JsonSerializable(typeof(StoredQueueSample[])), JsonSerializable(typeof(StoredStoreProbe[]))]
[JsonSerializable(typeof(StoredMemberChange[]))]
[JsonSerializable(typeof(StoredRowFault[])), JsonSerializable(typeof(StoredSentence))]
[JsonSerializable(typeof(StoredTakenDays[]))]
[JsonSerializable(typeof(StoredAim[]))]
[JsonSerializable(typeof(StoredCriterion[]))]
[JsonSerializable(typeof(StoredImportLine[]))]
[JsonSerializable(typeof(StoredCoefficient[]))]
[JsonSerializable(typeof(string[]))]
internal sealed partial class StoredJsonTypes : JsonSerializerContext;

/// <summary>The same, written so that a row can be read.</summary>
internal static class StoredJson
{
    internal static StoredJsonTypes Default { get; } = new(ReadableJson.Of(StoredJsonTypes.Default.Options));
}
