using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Application.Intake;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Intake;

/// <summary>Bodies of apps that were not written for this API, by the agency's own mappings.</summary>
public sealed class IntakeFunctions(TakeIntake take, ReceiptSigner receipts)
{
    /// <summary>
    /// A record that stands alone is answered as a check-in or a note is; a list as a batch is, whatever its length.
    /// </summary>
    [Function("PostIntake")]
    [Scope(Scopes.IntakeWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/intake/{mapping}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var mapping = route.Path("mapping", MappingId.Parse);
        var indonesian = HttpExchange.PrefersIndonesian(request);

        return route.BodyAsync(JsonFormat.Default.JsonElement, HttpExchange.BulkBodyBytes, cancel)
            .ThenAsync(body => take.ExecuteAsync(route.Actor, mapping, body, cancel))
            .AnswerAsync(taken => taken.CheckIns is { } checkIns
                ? Answer(checkIns, taken.StoodAlone, indonesian)
                : Answer(taken.Feedback!, taken.StoodAlone, indonesian));
    }

    private IResult Answer(IReadOnlyList<Result<RecordedCheckIn>> outcomes, bool stoodAlone, bool indonesian)
    {
        if (!stoodAlone)
        {
            return new JsonAnswer<CheckInBatchResponse>(
                StatusCodes.Status207MultiStatus,
                CheckInBatchResponse.Of(outcomes, receipts, indonesian),
                JsonFormat.Default.CheckInBatchResponse);
        }

        return outcomes[0].TryGet(out var recorded, out var refusal)
            ? new JsonAnswer<CheckInResponse>(
                HttpExchange.Created(recorded.Replayed),
                CheckInResponse.Of(recorded, receipts),
                JsonFormat.Default.CheckInResponse)
            : HttpExchange.Refuse(refusal);
    }

    private static IResult Answer(
        IReadOnlyList<Result<RecordedFeedback>> outcomes, bool stoodAlone, bool indonesian)
    {
        if (!stoodAlone)
        {
            return new JsonAnswer<FeedbackItemsResponse>(
                StatusCodes.Status207MultiStatus,
                FeedbackItemsResponse.Of(outcomes, indonesian),
                JsonFormat.Default.FeedbackItemsResponse);
        }

        return outcomes[0].TryGet(out var recorded, out var refusal)
            ? new JsonAnswer<FeedbackResponse>(
                HttpExchange.Created(recorded.Replayed),
                FeedbackResponse.Of(recorded.Note, recorded.Replayed),
                JsonFormat.Default.FeedbackResponse)
            : HttpExchange.Refuse(refusal);
    }
}
