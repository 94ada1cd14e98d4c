using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Objections;

/// <summary>
/// Objections to a period's result: filed by the person, both sides heard, decided by the rater's superior.
/// </summary>
public sealed class ObjectionFunctions(
    FileObjection file, ReadObjections read, HearObjection hear, DecideObjection decide, WithdrawObjection withdraw)
{
    private const int PageSize = 500;

    [Function("PostObjection")]
    [Scope(Scopes.ObjectionsWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route
            .BodyAsync(JsonFormat.Default.ObjectionRequest, body => body.Read(route.Agency, period, person), cancel)
            .ThenAsync(claim => route.As(
                person, actor => file.ExecuteAsync(actor, claim, cancel)))
            .AnswerAsync(
                f => ObjectionResponse.Of(f.Objection, f.Replayed),
                JsonFormat.Default.ObjectionResponse,
                f => HttpExchange.Created(f.Replayed));
    }

    [Function("GetObjection")]
    [Scope(Scopes.ObjectionsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/objections/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return AnswerAsync(route.ThenAsync(() => read.FindAsync(route.Agency, period, person, cancel)));
    }

    [Function("PostObjectionStatement")]
    [Scope(Scopes.ObjectionsWrite)]
    public Task<IResult> HearAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/statements")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return AnswerAsync(route.BodyAsync(JsonFormat.Default.StatementRequest, body => body.Read(), cancel)
            .ThenAsync(statement => route.As(
                statement.By, actor => hear.ExecuteAsync(actor, period, person, statement, cancel))));
    }

    [Function("PostObjectionDecision")]
    [Scope(Scopes.ObjectionsDecide)]
    public Task<IResult> DecideAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/decision")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return AnswerAsync(route.BodyAsync(JsonFormat.Default.RulingRequest, body => body.Read(), cancel)
            .ThenAsync(ruling => route.As(
                ruling.By, actor => decide.ExecuteAsync(actor, period, person, ruling, cancel))));
    }

    [Function("PostObjectionWithdrawal")]
    [Scope(Scopes.ObjectionsWrite)]
    public Task<IResult> WithdrawAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/objections/{period}/withdrawal")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return AnswerAsync(route.ThenAsync(() => route.As(
                person, actor => withdraw.ExecuteAsync(actor, period, person, cancel))));
    }

    /// <summary>All of a period, or what waits for one superior.</summary>
    [Function("GetObjections")]
    [Scope(Scopes.ObjectionsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/objections/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, superior) = (route.Period(), route.OptionalQuery("superiorId", EmployeeId.Parse));
        var after = route.AfterKey();

        return route.ThenAsync(() => read.ListAsync(route.Agency, period, superior, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    var same = superior is { } given ? $"superiorId={given}&" : "";
                    request.LinkNext(page.Next is { } next ? $"{same}cursor={next}" : null);
                    return ObjectionListResponse.Of(page.Items);
                },
                JsonFormat.Default.ObjectionListResponse);
    }

    private static Task<IResult> AnswerAsync(Task<Result<Objection>> result) =>
        result.AnswerAsync(o => ObjectionResponse.Of(o, replayed: false), JsonFormat.Default.ObjectionResponse);
}
