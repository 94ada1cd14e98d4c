using Kinerja.Application;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>Corrections of a day: asked for, listed, decided.</summary>
public sealed class CorrectionFunctions(KeepCorrections keep)
{
    /// <summary>One look of a superior; what is left comes once these are decided.</summary>
    private const int MostWaiting = 200;

    [Function("PostCorrection")]
    public async Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/corrections")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.CorrectionRequest, HttpExchange.SmallBodyBytes, cancel);
        var claim = AskedEmployee.Read(request, employee, Scopes.CorrectionsWrite)
            .Then(asked => body.Then(b => b.Read(asked.Agency, asked.Employee)));
        var recorded = claim.TryGet(out var good, out var refusal) ? await keep.RequestAsync(good, cancel) : refusal;
        return recorded.Answer(
            r => CorrectionResponse.Of(r.Record, r.Replayed),
            JsonFormat.Default.CorrectionResponse,
            r => r.Replayed ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }

    [Function("GetCorrections")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/corrections")] HttpRequest request,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedMonth.Read(request, employee, request.Query["month"], Scopes.CorrectionsRead);
        var found = asked.TryGet(out var good, out var refusal)
            ? await keep.ListAsync(good.Agency, good.Employee, good.Month, cancel)
            : refusal;
        return found.Answer(CorrectionListResponse.Of, JsonFormat.Default.CorrectionListResponse);
    }

    /// <summary>What waits for a superior, oldest day first.</summary>
    [Function("GetCorrectionInbox")]
    public async Task<IResult> InboxAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/corrections")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var asked = AskedAgency.Read(request, agency, Scopes.CorrectionsRead);
        var rater = asked.Then(_ => EmployeeId.Parse(request.Query["raterId"], "/raterId"));
        var found = rater.TryGet(out var good, out var refusal)
            ? await keep.InboxAsync(asked.Value, good, MostWaiting, cancel)
            : refusal;
        return found.Answer(CorrectionListResponse.Of, JsonFormat.Default.CorrectionListResponse);
    }

    [Function("PostCorrectionDecision")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/corrections/{id}/decision")] HttpRequest request,
        string employee,
        string id,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.CorrectionDecisionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedEmployee.Read(request, employee, Scopes.CorrectionsDecide);
        var correction = asked.Then(_ => ClientId.Parse(id));
        var decision = correction.Then(_ => body.Then(b => b.Read()));
        var decided = decision.TryGet(out var good, out var refusal)
            ? await keep.DecideAsync(asked.Value.Agency, asked.Value.Employee, good.Date, correction.Value, good.Decision, cancel)
            : refusal;
        return decided.Answer(r => CorrectionResponse.Of(r, replayed: false), JsonFormat.Default.CorrectionResponse);
    }
}
