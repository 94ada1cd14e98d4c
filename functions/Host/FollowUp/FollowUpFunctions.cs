using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>What follows from one person's predicate: statements, which people act on.</summary>
public sealed class FollowUpFunctions(ReadFollowUp read)
{
    [Function("GetCreditPoints")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> CreditsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/credit-points/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());
        var level = route.Query("level", RouteText.Name<FunctionalLevel>);
        var months = route.OptionalQuery("months", (text, pointer) => Months(text, pointer, period));

        return route
            .ThenAsync(() => read.CreditsAsync(
                route.Agency, person, period, level, months ?? period.Months.Count, cancel))
            .AnswerAsync(CreditPointsResponse.Of, JsonFormat.Default.CreditPointsResponse);
    }

    /// <summary>Nothing is stored: the agency's own assessment comes in, the box goes out.</summary>
    [Function("PostTalentBox")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> TalentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/talent-box/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route.BodyAsync(JsonFormat.Default.TalentRequest, body => body.Read(), cancel)
            .ThenAsync(scores => read.TalentAsync(route.Agency, person, period, scores, cancel))
            .AnswerAsync(TalentResponse.Of, JsonFormat.Default.TalentResponse);
    }

    [Function("GetAllowanceFactor")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> AllowanceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/allowance-factor/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route.ThenAsync(() => read.AllowanceAsync(route.Agency, person, period, cancel))
            .AnswerAsync(AllowanceResponse.Of, JsonFormat.Default.AllowanceResponse);
    }

    /// <summary>No more than the period has.</summary>
    private static Result<int> Months(string? text, string pointer, AppraisalPeriod period)
    {
        var most = period.Months.Count;
        return RouteText.Whole(text) is { } months && months >= 1 && months <= most
            ? months
            : Refusal.Malformed(pointer, $"Months of the period, 1 to {most}, are expected.");
    }
}
