using Kinerja.Application;
using Kinerja.Application.Feedback;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Feedback;

/// <summary>Coaching sessions of raters with their people. A coach who signs in sees no rating of his.</summary>
public sealed class CoachingFunctions(KeepCoaching keep)
{
    [Function("PutCoaching")]
    [Scope(Scopes.DialoguesWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/coaching/{id}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.BodyAsync(JsonFormat.Default.CoachingRequest, body => body.Read(person, id), cancel)
            .ThenAsync(claim => route.As(claim.CoachId, actor => keep.WriteAsync(actor, claim, cancel)))
            .AnswerAsync(s => new CoachingResponse(s, route.Actor.Person), JsonFormat.Default.CoachingResponse);
    }

    [Function("PutCoachingRating")]
    [Scope(Scopes.DialoguesWrite)]
    public Task<IResult> RateAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/coaching/{id}/rating")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.BodyAsync(JsonFormat.Default.CoachingRatingRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(person, actor => keep.RateAsync(actor, person, id, claim, cancel)))
            .AnswerAsync(s => new CoachingResponse(s, route.Actor.Person), JsonFormat.Default.CoachingResponse);
    }

    [Function("PutCoachingView")]
    [Scope(Scopes.DialoguesWrite)]
    public Task<IResult> ViewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/coaching/{id}/view")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, id) = (route.Employee(), route.Id());

        return route.BodyAsync(JsonFormat.Default.CoachingViewRequest, body => body.Read(), cancel)
            .ThenAsync(claim => route.As(claim.ById, actor => keep.ViewAsync(actor, person, id, claim, cancel)))
            .AnswerAsync(s => new CoachingResponse(s, route.Actor.Person), JsonFormat.Default.CoachingResponse);
    }

    [Function("GetCoaching")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/coaching")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Filter("period", AppraisalPeriod.Parse));

        return route.ThenAsync(() => keep.ListAsync(route.Agency, person, period, cancel))
            .AnswerAsync(
                list => CoachingListResponse.Of(list, route.Actor.Person), JsonFormat.Default.CoachingListResponse);
    }

    [Function("GetCoachingProgress")]
    [Scope(Scopes.DialoguesRead)]
    public Task<IResult> ProgressAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/coaching-progress")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (leader, period) = (route.QueryEmployee("raterId"), route.Filter("period", AppraisalPeriod.Parse));

        return route.ThenAsync(() => keep.ProgressAsync(route.Agency, leader, period, cancel))
            .AnswerAsync(
                people => new CoachingProgressListResponse(people), JsonFormat.Default.CoachingProgressListResponse);
    }
}
