using Kinerja.Application;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Presence.Reviews;

/// <summary>What superiors are asked to look at, their decisions, and the timer that looks for it.</summary>
public sealed class ReviewFunctions(KeepReviews reviews, SweepSignals sweep, ILogger<ReviewFunctions> log)
{
    /// <summary>Four times a day, away from the hours at which people check in.</summary>
    [Function("SignalSweep")]
    [FixedDelayRetry(3, "00:01:00")]
    public async Task SweepAsync([TimerTrigger("0 35 3,8,14,20 * * *")] TimerInfo timer, CancellationToken cancel)
    {
        var written = await sweep.ExecuteAsync(cancel);
        log.LogInformation("{Reviews} reviews opened or added to, past due: {PastDue}", written, timer.IsPastDue);
    }

    [Function("GetReviews")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reviews")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.ReviewsRead)
            .Then(a => EmployeeId.Parse(request.Query["raterId"], "/raterId")
                .Then(rater => StateOf(request.Query["state"])
                    .Then(state => After(request.Query["cursor"])
                        .Then<(AgencyId Agency, EmployeeId Rater, ReviewState State, ReviewId? After)>(
                            after => (a, rater, state, after.Id)))));
        var found = asked.TryGet(out var good, out var refusal)
            ? await reviews.ListAsync(good.Agency, good.Rater, good.State, good.After, cancel)
            : refusal;
        return found.Answer(ReviewListResponse.Of, JsonFormat.Default.ReviewListResponse);
    }

    [Function("GetReview")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reviews/{id}")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.ReviewsRead).Then(a => ReviewId.Parse(id).Then<(AgencyId Agency, ReviewId Id)>(r => (a, r)));
        var found = asked.TryGet(out var good, out var refusal) ? await reviews.FindAsync(good.Agency, good.Id, cancel) : refusal;
        return found.Answer(ReviewResponse.Of, JsonFormat.Default.ReviewResponse);
    }

    [Function("PostReviewDecision")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/reviews/{id}/decision")] HttpRequest request,
        string agency,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.ReviewDecisionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.ReviewsDecide)
            .Then(a => ReviewId.Parse(id)
                .Then(review => body.Then(b => b.Read())
                    .Then<(AgencyId Agency, ReviewId Id, ReviewVerdict Verdict)>(verdict => (a, review, verdict))));
        var decided = asked.TryGet(out var good, out var refusal)
            ? await reviews.DecideAsync(good.Agency, good.Id, good.Verdict, cancel)
            : refusal;
        return decided.Answer(ReviewResponse.Of, JsonFormat.Default.ReviewResponse);
    }

    private static Result<ReviewState> StateOf(string? text) => text switch
    {
        null or "" or "open" => ReviewState.Open,
        "accepted" => ReviewState.Accepted,
        "rejected" => ReviewState.Rejected,
        _ => Refusal.Malformed("/state", "One of open, accepted, rejected is expected."),
    };

    private static Result<Place> After(string? cursor) =>
        cursor is null or "" ? new Place(null) : ReviewId.Parse(cursor, "/cursor").Then<Place>(id => new Place(id));

    /// <summary>Where a page begins; null at the start.</summary>
    private readonly record struct Place(ReviewId? Id);
}
