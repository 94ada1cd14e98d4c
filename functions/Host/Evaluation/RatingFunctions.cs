using Kinerja.Application;
using Kinerja.Application.Evaluation;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Evaluation;

/// <summary>The rater's judgement on a person, and a unit's performance; ETag carries a rating's version.</summary>
public sealed class RatingFunctions(RatePerformance rate, ListRated list)
{
    [Function("PutRating")]
    [Scope(Scopes.RatingsWrite)]
    public Task<IResult> PutAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person, match) = (route.Period(), route.Employee(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.RatingRequest, body => body.Read(period, person), cancel)
            .ThenAsync(claim => route.As(
                claim.RaterId, actor => rate.RateAsync(actor, claim, match, cancel)))
            .AnswerVersionAsync(request, r => r.Version, RatingResponse.Of, JsonFormat.Default.RatingResponse);
    }

    [Function("GetRating")]
    [Scope(Scopes.RatingsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person) = (route.Period(), route.Employee());

        return route.ThenAsync(() => rate.FindAsync(route.Agency, period, person, cancel))
            .AnswerVersionAsync(request, r => r.Version, RatingResponse.Of, JsonFormat.Default.RatingResponse);
    }

    [Function("GetRatings")]
    [Scope(Scopes.RatingsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/ratings/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, rater) = (route.Period(), route.QueryEmployee("raterId"));

        return route.ThenAsync(() => list.ExecuteAsync(route.Agency, period, rater, cancel))
            .AnswerAsync(
                people => RatedListResponse.Of(rater, period, people), JsonFormat.Default.RatedListResponse);
    }

    [Function("PutUnitPerformance")]
    [Scope(Scopes.RatingsWrite)]
    public Task<IResult> PutUnitAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/units/{unit}/performance/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (unit, period) = (route.Unit(), route.Period());

        return route.BodyAsync(JsonFormat.Default.UnitPerformanceRequest, body => body.Read(), cancel)
            .ThenAsync(given => route.As(
                given.SetBy, actor => rate.RateUnitAsync(actor, period, unit, given.Level, given.SetBy, cancel)))
            .AnswerAsync(UnitPerformanceResponse.Of, JsonFormat.Default.UnitPerformanceResponse);
    }
}
