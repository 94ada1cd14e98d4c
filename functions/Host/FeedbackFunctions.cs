using Kinerja.Application;
using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host;

/// <summary>Continuous feedback: given once, read back by receiver and quarter.</summary>
public sealed class FeedbackFunctions(KeepFeedback feedback)
{
    [Function("PostFeedback")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v1/feedback")] HttpRequest request,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.FeedbackBody, HttpExchange.SmallBodyBytes, cancel);
        var caller = request.Caller();
        var claim = caller.May(Scopes.FeedbackWrite).Then(_ => body).Then(b => b.Read())
            .Then(c => caller.May(Scopes.FeedbackWrite, c.AgencyId, c));
        var recorded = claim.TryGet(out var good, out var refusal) ? await feedback.SubmitAsync(good, cancel) : refusal;
        return recorded.Answer(
            r => FeedbackAnswer.Of(r.Note, r.Replayed),
            JsonFormat.Default.FeedbackAnswer,
            r => r.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    [Function("GetFeedback")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "v1/employees/{employee}/feedback/{period}")] HttpRequest request,
        string employee,
        string period,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.FeedbackRead);
        var quarter = asked.Then(_ => Quarter.Parse(period));
        var found = quarter.TryGet(out var good, out var refusal)
            ? await feedback.ListAsync(asked.Value.Agency, good, asked.Value.Employee, cancel)
            : refusal;
        return found.Answer(
            notes => new FeedbackListAnswer([.. notes.Select(n => FeedbackAnswer.Of(n, replayed: true))]),
            JsonFormat.Default.FeedbackListAnswer);
    }
}
