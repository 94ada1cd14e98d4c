using Kinerja.Application;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.WorkPlans;

/// <summary>What people did day by day, and what their raters say of it.</summary>
public sealed class DailyEntryFunctions(KeepDailyEntries keep, ReadDailyEntries read)
{
    private const int PageSize = 100;

    [Function("PutDailyEntry")]
    [Scope(Scopes.PlansWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/daily-entries/{date}/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, day, id, match) = (route.Employee(), route.Date(), route.Id(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.DailyEntryRequest, body => body.Read(), cancel)
            .ThenAsync(asked => route.As(
                person, actor => keep.PutAsync(actor, person, day, id, asked, match, cancel)))
            .AnswerVersionAsync(
                request, entry => entry.Version, DailyEntryResponse.Of, JsonFormat.Default.DailyEntryResponse);
    }

    [Function("PostDailyEntryDecision")]
    [Scope(Scopes.PlansAgree)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "post",
            Route = "api/v1/employees/{employee}/daily-entries/{date}/{id}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, day, id) = (route.Employee(), route.Date(), route.Id());

        return route.BodyAsync(JsonFormat.Default.DailyEntryDecisionRequest, body => body.Read(), cancel)
            .ThenAsync(asked => route.As(
                asked.By, actor => keep.DecideAsync(actor, person, day, id, asked, cancel)))
            .AnswerAsync(DailyEntryResponse.Of, JsonFormat.Default.DailyEntryResponse);
    }

    [Function("GetDailyEntries")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/daily-entries/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, quarter, after) = (route.Employee(), route.Quarter(), route.AfterKey());
        var withDrafts = request.Caller().Person is not { } self || self == person;

        return route.ThenAsync(
            () => read.OfPersonAsync(route.Agency, person, quarter, withDrafts, after, PageSize, cancel))
            .AnswerPageAsync(request, DailyEntryListResponse.Of, JsonFormat.Default.DailyEntryListResponse);
    }

    [Function("GetDailyEntryInbox")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> WaitingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/daily-entries")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, after) = (route.QueryEmployee("raterId"), route.AfterKey());

        return route.ThenAsync(() => read.WaitingAsync(route.Agency, rater, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                DailyEntryListResponse.Of,
                JsonFormat.Default.DailyEntryListResponse,
                () => $"raterId={rater}&");
    }

    [Function("GetDailyProgress")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> CountAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/daily-progress/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (rater, quarter) = (route.QueryEmployee("raterId"), route.Quarter());
        var after = route.AfterKey();

        return route.ThenAsync(() => read.CountAsync(route.Agency, rater, quarter, after, PageSize, cancel))
            .AnswerPageAsync(
                request,
                items => new DailyProgressListResponse(quarter, items),
                JsonFormat.Default.DailyProgressListResponse,
                () => $"raterId={rater}&");
    }
}
