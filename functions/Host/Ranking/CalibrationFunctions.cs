using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Ranking;

/// <summary>A run's calibration pack, for programs and for leaders, and the raters' reasons in it.</summary>
public sealed class CalibrationFunctions(
    ReadCalibration calibration, ReadLeaderCalibration ofLeader, WriteRaterReason reasons)
{
    [Function("GetCalibration")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/calibration")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, _, leader) = (route.Period(), route.Revision(), route.Filter("raterId", EmployeeId.Parse));

        return route
            .ThenAsync(() => leader is { } one
                ? ofLeader.ExecuteAsync(route.Agency, period, one, cancel)
                : calibration.ExecuteAsync(route.Agency, period, cancel))
            .AnswerAsync(CalibrationResponse.Of, JsonFormat.Default.CalibrationResponse);
    }

    [Function("GetCalibrationPage")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> PageAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/calibration.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, _) = (route.Period(), route.Revision());

        return route.ThenAsync(() => calibration.ExecuteAsync(route.Agency, period, cancel))
            .AnswerAsync(run => new PageAnswer(
                indonesian => CalibrationPage.Write(CalibrationResponse.Of(run), indonesian)));
    }

    [Function("PutRaterReason")]
    [Scope(Scopes.RatingsWrite)]
    public Task<IResult> PutReasonAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "put",
            Route = "api/v1/agencies/{agency}/runs/{period}/calibration/reasons/{rater}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, rater, match) = (route.Period(), route.Rater(), route.Condition());

        return route.BodyAsync(JsonFormat.Default.RaterReasonRequest, body => body.Read(), cancel)
            .ThenAsync(text => route.As(
                rater, actor => reasons.PutAsync(actor, period, rater, text, match, cancel)))
            .AnswerVersionAsync(
                request, r => r.Version, RaterReasonResponse.Of, JsonFormat.Default.RaterReasonResponse);
    }

    [Function("GetRaterReason")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> GetReasonAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/runs/{period}/calibration/reasons/{rater}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, rater) = (route.Period(), route.Rater());

        return route.ThenAsync(() => reasons.FindAsync(route.Agency, period, rater, cancel))
            .AnswerVersionAsync(
                request, r => r.Version, RaterReasonResponse.Of, JsonFormat.Default.RaterReasonResponse);
    }
}
