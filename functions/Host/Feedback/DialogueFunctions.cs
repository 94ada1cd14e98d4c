using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>Dialogues of leaders with their people; ETag carries a dialogue's version.</summary>
public sealed class DialogueFunctions(KeepDialogues keep)
{
    [Function("PutDialogue")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/dialogues/{id}")] HttpRequest request,
        string employee,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.DialogueRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.DialoguesWrite);
        var match = asked.Then(_ => request.IfMatch());
        var claim = match.Then(_ => ClientId.Parse(id)).Then(d => body.Then(b => b.Read(asked.Value.Employee, d)));
        var kept = claim.TryGet(out var good, out var refusal)
            ? await keep.PutAsync(asked.Value.Agency, good, match.Value.Version, cancel)
            : refusal;
        return kept.AnswerVersion(request, d => d.Version, DialogueResponse.Of, JsonFormat.Default.DialogueResponse);
    }

    [Function("GetDialogue")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues/{id}")] HttpRequest request,
        string employee,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.DialoguesRead);
        var found = asked.Then(_ => ClientId.Parse(id)).TryGet(out var good, out var refusal)
            ? await keep.FindAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.AnswerVersion(request, d => d.Version, DialogueResponse.Of, JsonFormat.Default.DialogueResponse);
    }

    [Function("GetDialogueVersions")]
    public async Task<IResult> VersionsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues/{id}/versions")] HttpRequest request,
        string employee,
        string id,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.DialoguesRead);
        var found = asked.Then(_ => ClientId.Parse(id)).TryGet(out var good, out var refusal)
            ? await keep.ListVersionsAsync(asked.Value.Agency, asked.Value.Employee, good, cancel)
            : refusal;
        return found.Answer(DialogueListResponse.Of, JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetDialogues")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedEmployee.Read(request, employee, Scopes.DialoguesRead);
        var found = asked.Then(_ => OnePeriod.Read(request)).TryGet(out var good, out var refusal)
            ? await keep.ListAsync(asked.Value.Agency, asked.Value.Employee, good.Period, cancel)
            : refusal;
        return found.Answer(DialogueListResponse.Of, JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetLeaderDialogues")]
    public async Task<IResult> OfLeaderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/dialogues")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedRater.Read(request, agency, Scopes.DialoguesRead);
        var found = asked.Then(_ => OnePeriod.Read(request)).TryGet(out var good, out var refusal)
            ? await keep.ListOfLeaderAsync(asked.Value.Agency, asked.Value.Rater, good.Period, cancel)
            : refusal;
        return found.Answer(DialogueListResponse.Of, JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetOverdueActions")]
    public async Task<IResult> OverdueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/dialogues/overdue")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var found = AskedRater.Read(request, agency, Scopes.DialoguesRead).TryGet(out var good, out var refusal)
            ? await keep.OverdueAsync(good.Agency, good.Rater, cancel)
            : refusal;
        return found.Answer(OverdueActionListResponse.Of, JsonFormat.Default.OverdueActionListResponse);
    }

    /// <summary>The period that a list is narrowed to; null for all.</summary>
    private readonly record struct OnePeriod(AppraisalPeriod? Period)
    {
        internal static Result<OnePeriod> Read(HttpRequest request) => request.Query["period"].ToString() is { Length: > 0 } text
            ? AppraisalPeriod.Parse(text).Then<OnePeriod>(p => new OnePeriod(p))
            : new OnePeriod(null);
    }
}
