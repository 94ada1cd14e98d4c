using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>Dialogues of leaders with their people; ETag carries a dialogue's version.</summary>
public sealed class DialogueFunctions(RecordDialogue dialogues)
{
    private const int PageSize = 500;

    [Function("PutDialogue")]
    [Scope(Scopes.DialoguesWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/dialogues/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, match, id) = (route.Employee(), route.Condition(), route.Id());

        return route.BodyAsync(JsonFormat.Default.DialogueRequest, body => body.Read(person, id), cancel)
            .ThenAsync(claim => route.As(claim.WrittenById, actor => dialogues.PutAsync(actor, claim, match, cancel)))
            .AnswerVersionAsync(request, d => d.Version, DialogueResponse.Of, JsonFormat.Default.DialogueResponse);
    }

    [Function("GetDialogue")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.ThenAsync(() => dialogues.FindAsync(route.Agency, person, id, cancel))
            .AnswerVersionAsync(request, d => d.Version, DialogueResponse.Of, JsonFormat.Default.DialogueResponse);
    }

    [Function("GetDialogueVersions")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> VersionsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues/{id}/versions")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.ThenAsync(() => dialogues.ListVersionsAsync(route.Agency, person, id, cancel))
            .AnswerAsync(DialogueListResponse.Of, JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetDialogues")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/dialogues")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Filter("period", AppraisalPeriod.Parse));

        return route.ThenAsync(() => dialogues.ListAsync(route.Agency, person, period, cancel))
            .AnswerAsync(DialogueListResponse.Of, JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetLeaderDialogues")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> OfLeaderAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/dialogues")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (leader, period) = (route.QueryEmployee("raterId"), route.Filter("period", AppraisalPeriod.Parse));
        var after = route.AfterKey();

        return route
            .ThenAsync(() => dialogues.ListOfLeaderAsync(route.Agency, leader, period, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    var same = period is { } given ? $"raterId={leader}&period={given}" : $"raterId={leader}";
                    request.LinkNext(page.Next is { } next ? $"{same}&cursor={next}" : null);
                    return DialogueListResponse.Of(page.Items);
                },
                JsonFormat.Default.DialogueListResponse);
    }

    [Function("GetOverdueActions")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> OverdueAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/dialogues/overdue")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var leader = route.QueryEmployee("raterId");

        return route.ThenAsync(() => dialogues.OverdueAsync(route.Agency, leader, cancel))
            .AnswerAsync(OverdueActionListResponse.Of, JsonFormat.Default.OverdueActionListResponse);
    }
}
