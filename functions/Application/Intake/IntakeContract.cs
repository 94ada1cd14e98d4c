using Kinerja.Application.Feedback;
using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;

namespace Kinerja.Application.Intake;

/// <summary>One note's outcome, in the order of the app's records: the note, or a problem.</summary>
public sealed record FeedbackItemResponse(int Index, int Status, FeedbackResponse? Feedback, ProblemResponse? Problem)
{
    internal static FeedbackItemResponse Of(int index, Result<RecordedFeedback> outcome, bool indonesian)
    {
        if (outcome.TryGet(out var recorded, out var refusal))
        {
            return new FeedbackItemResponse(
                index, recorded.Replayed ? 200 : 201, FeedbackResponse.Of(recorded.Note, recorded.Replayed), null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new FeedbackItemResponse(index, problem.Status, null, problem);
    }
}

public sealed record FeedbackItemsResponse(IReadOnlyList<FeedbackItemResponse> Items)
{
    public static FeedbackItemsResponse Of(IReadOnlyList<Result<RecordedFeedback>> outcomes, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => FeedbackItemResponse.Of(i, outcome, indonesian))]);
}
