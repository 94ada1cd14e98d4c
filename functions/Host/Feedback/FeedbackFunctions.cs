using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>
/// Continuous feedback: given once, read back by receiver and quarter. Givers are named to raters and auditors only; the
/// person's own view is the summary.
/// </summary>
public sealed class FeedbackFunctions(KeepFeedback feedback, ReadFeedbackSummary summary)
{
    [Function("PostFeedback")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/feedback")] HttpRequest request,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.FeedbackRequest, HttpExchange.SmallBodyBytes, cancel);
        var caller = request.Caller();
        var claim = caller.May(Scopes.FeedbackWrite).Then(_ => body).Then(b => b.Read())
            .Then(c => caller.May(Scopes.FeedbackWrite, c.AgencyId, c));
        var recorded = claim.TryGet(out var good, out var refusal) ? await feedback.SubmitAsync(good, cancel) : refusal;
        return recorded.Answer(
            r => FeedbackResponse.Of(r.Note, r.Replayed),
            JsonFormat.Default.FeedbackResponse,
            r => r.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    [Function("GetFeedback")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/feedback/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.FeedbackAudit);
        var quarter = asked.Then(_ => Quarter.Parse(period));
        var found = quarter.TryGet(out var good, out var refusal)
            ? await feedback.ListAsync(asked.Value.Agency, good, asked.Value.Employee, cancel)
            : refusal;
        return found.Answer(
            notes => new FeedbackListResponse([.. notes.Select(n => FeedbackResponse.Of(n, replayed: true))]),
            JsonFormat.Default.FeedbackListResponse);
    }

    [Function("GetFeedbackSummary")]
    public async Task<IResult> SummariseAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/feedback/{period}/summary")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.FeedbackRead);
        var quarter = asked.Then(_ => Quarter.Parse(period));
        var found = quarter.TryGet(out var good, out var refusal)
            ? await summary.ExecuteAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(FeedbackSummaryResponse.Of, JsonFormat.Default.FeedbackSummaryResponse);
    }

    /// <summary>The 21 guides that a note may name.</summary>
    [Function("GetBehaviourGuides")]
    public static IResult Guides(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/behaviour-guides")] HttpRequest request,
        string agency) =>
        AskedAgency.Read(request, agency, Scopes.FeedbackRead)
            .Answer(_ => BehaviourGuideListResponse.All, JsonFormat.Default.BehaviourGuideListResponse);
}
