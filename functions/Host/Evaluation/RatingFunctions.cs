using Kinerja.Application;
using Kinerja.Application.Evaluation;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Evaluation;

/// <summary>The rater's judgement on a person, and a unit's performance; ETag carries a rating's version.</summary>
public sealed class RatingFunctions(RatePerformance rate)
{
    [Function("PutRating")]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RatingRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedRating.Read(request, agency, period, employee, Scopes.RatingsWrite);
        var claim = asked.Then(a => body.Then(b => b.Read(a.Period, a.Employee)));
        return Answer(request, claim.TryGet(out var good, out var refusal)
            ? await rate.RateAsync(asked.Value.Agency, good, asked.Value.Version, cancel)
            : refusal);
    }

    [Function("GetRating")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/ratings/{period}/{employee}")] HttpRequest request,
        string agency,
        string period,
        string employee,
        CancellationToken cancel)
    {
        var asked = AskedRating.Read(request, agency, period, employee, Scopes.RatingsRead);
        return Answer(request, asked.TryGet(out var good, out var refusal)
            ? await rate.FindAsync(good.Agency, good.Period, good.Employee, cancel)
            : refusal);
    }

    [Function("PutUnitPerformance")]
    public async Task<IResult> PutUnitAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/units/{unit}/performance/{period}")] HttpRequest request,
        string agency,
        string unit,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.UnitPerformanceRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.RatingsWrite)
            .Then(a => UnitId.Parse(unit)
                .Then(u => AppraisalPeriod.Parse(period)
                    .Then(q => body.Then(b => b.Read())
                        .Then<(AgencyId Agency, UnitId Unit, AppraisalPeriod Period, OrganisationLevel Level, EmployeeId SetBy)>(
                            given => (a, u, q, given.Level, given.SetBy)))));
        var rated = asked.TryGet(out var good, out var refusal)
            ? await rate.RateUnitAsync(good.Agency, good.Period, good.Unit, good.Level, good.SetBy, cancel)
            : refusal;
        return rated.Answer(UnitPerformanceResponse.Of, JsonFormat.Default.UnitPerformanceResponse);
    }

    private static IResult Answer(HttpRequest request, Result<Rating> result) =>
        result.AnswerVersion(request, r => r.Version, RatingResponse.Of, JsonFormat.Default.RatingResponse);
}
