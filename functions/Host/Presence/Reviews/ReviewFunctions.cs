using Kinerja.Application;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Kinerja.Host.Presence.Reviews;

/// <summary>What superiors are asked to look at, their decisions, and the timer that looks for it.</summary>
public sealed class ReviewFunctions(
    ReadReviews read, DecideReview decide, SweepSignals sweep, ILogger<ReviewFunctions> log)
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
    [Scope(Scopes.ReviewsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reviews")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, state) = (route.QueryEmployee("raterId"), route.Filter("state", RouteText.Name<ReviewState>));
        var after = route.After(ReviewId.Parse);

        return route.ThenAsync(() => read.ListAsync(route.Agency, rater, state ?? ReviewState.Open, after, cancel))
            .AnswerAsync(ReviewListResponse.Of, JsonFormat.Default.ReviewListResponse);
    }

    [Function("GetReview")]
    [Scope(Scopes.ReviewsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/reviews/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Review();

        return route.ThenAsync(() => read.FindAsync(route.Agency, id, cancel))
            .AnswerAsync(ReviewResponse.Of, JsonFormat.Default.ReviewResponse);
    }

    [Function("PostReviewDecision")]
    [Scope(Scopes.ReviewsDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/reviews/{id}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var id = route.Review();

        return route.BodyAsync(JsonFormat.Default.ReviewDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(verdict => route.As(
                verdict.DecidedBy, actor => decide.ExecuteAsync(actor, id, verdict, cancel)))
            .AnswerAsync(ReviewResponse.Of, JsonFormat.Default.ReviewResponse);
    }
}
