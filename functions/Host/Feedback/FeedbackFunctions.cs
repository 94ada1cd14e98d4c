using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>
/// Continuous feedback: given once, read back by receiver and quarter. Givers are named to raters and auditors only;
/// the person's own view is the summary, and each giver's own notes are the giver's.
/// </summary>
public sealed class FeedbackFunctions(
    SubmitFeedback feedback, ReadFeedbackSummary summary, ReadFeedbackReceivers receivers)
{
    /// <summary>As many as names are looked up at once.</summary>
    private const int PageSize = 200;

    [Function("PostFeedback")]
    [Scope(Scopes.FeedbackWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/feedback")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route
            .BodyAsync(
                JsonFormat.Default.FeedbackRequest,
                body => body.Read().Then(claim => route.Actor.Own(claim.AgencyId, claim)),
                cancel)
            .ThenAsync(claim => route.As(claim.GiverId, actor => feedback.SubmitAsync(actor, claim, cancel)))
            .AnswerAsync(
                r => FeedbackResponse.Of(r.Note, r.Replayed),
                JsonFormat.Default.FeedbackResponse,
                r => HttpExchange.Created(r.Replayed));
    }

    [Function("GetFeedback")]
    [Scope(Scopes.FeedbackAudit)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/feedback/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, quarter) = (route.Employee(), route.Quarter());

        return route.ThenAsync(() => feedback.ListAsync(route.Agency, quarter, person, cancel))
            .AnswerAsync(
                notes => new FeedbackListResponse([.. notes.Select(n => FeedbackResponse.Of(n, replayed: true))]),
                JsonFormat.Default.FeedbackListResponse);
    }

    [Function("GetFeedbackSummary")]
    [Scope(Scopes.FeedbackRead)]
    public Task<IResult> SummariseAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/feedback/{period}/summary")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route.ThenAsync(() => summary.ExecuteAsync(route.Agency, person, period, cancel))
            .AnswerAsync(FeedbackSummaryResponse.Of, JsonFormat.Default.FeedbackSummaryResponse);
    }

    /// <summary>For the giver alone; an app, which acts for anybody, must be one that may see givers.</summary>
    [Function("GetGivenFeedback")]
    [Scope(Scopes.FeedbackWrite)]
    public Task<IResult> GivenAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/given-feedback/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, quarter) = (route.Employee(), route.Quarter());
        if (route.Actor.Proof == ActorProof.AppWord)
        {
            route.Needs(Scopes.FeedbackAudit);
        }

        return route.ThenAsync(() => route.As(
                person, _ => feedback.ListGivenAsync(route.Agency, quarter, person, cancel)))
            .AnswerAsync(
                notes => new FeedbackListResponse([.. notes.Select(n => FeedbackResponse.Of(n, replayed: true))]),
                JsonFormat.Default.FeedbackListResponse);
    }

    [Function("GetFeedbackReceivers")]
    [Scope(Scopes.FeedbackWrite)]
    public Task<IResult> ReceiversAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/feedback-receivers")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, after) = (route.Employee(), route.AfterKey());

        return route.ThenAsync(() => receivers.ExecuteAsync(route.Agency, person, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    request.LinkNext(page.Next is { } next ? $"cursor={next}" : null);
                    return new FeedbackReceiverListResponse(page.Items);
                },
                JsonFormat.Default.FeedbackReceiverListResponse);
    }

    /// <summary>The 21 guides that a note may name.</summary>
    [Function("GetBehaviourGuides")]
    [Scope(Scopes.FeedbackRead)]
    public Task<IResult> GuidesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/behaviour-guides")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.ThenAsync(() => feedback.ListGuidesAsync(route.Agency, cancel))
            .AnswerAsync(guides => guides, JsonFormat.Default.BehaviourGuideListResponse);
    }
}
