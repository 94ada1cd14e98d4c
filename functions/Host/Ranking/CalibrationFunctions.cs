using Kinerja.Application;
using Kinerja.Application.Ranking;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Host.Http;
using Kinerja.Host.Runs;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Ranking;

/// <summary>A run's calibration pack, for programs and for leaders, and the raters' reasons in it.</summary>
public sealed class CalibrationFunctions(ReadCalibration calibration, KeepRaterReasons reasons)
{
    [Function("GetCalibration")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/calibration")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var found = AskedRun.Read(request, agency, period).TryGet(out var good, out var refusal)
            ? await calibration.ExecuteAsync(good.Agency, good.Period, cancel)
            : refusal;
        return found.Answer(CalibrationResponse.Of, JsonFormat.Default.CalibrationResponse);
    }

    [Function("GetCalibrationPage")]
    public async Task<IResult> PageAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/calibration.html")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var found = AskedRun.Read(request, agency, period).TryGet(out var good, out var refusal)
            ? await calibration.ExecuteAsync(good.Agency, good.Period, cancel)
            : refusal;
        return found.TryGet(out var run, out var no)
            ? new PageAnswer(indonesian => CalibrationPage.Write(CalibrationResponse.Of(run), indonesian))
            : HttpExchange.Refuse(no);
    }

    [Function("PutRaterReason")]
    public async Task<IResult> PutReasonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/agencies/{agency}/runs/{period}/calibration/reasons/{rater}")] HttpRequest request,
        string agency,
        string period,
        string rater,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.RaterReasonRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = Asked.Read(request, agency, period, rater, Scopes.RatingsWrite);
        return Answer(request, asked.Then(_ => body.Then(b => b.Read())).TryGet(out var text, out var refusal)
            ? await reasons.PutAsync(asked.Value.Agency, asked.Value.Period, asked.Value.Rater, text, asked.Value.Version, cancel)
            : refusal);
    }

    [Function("GetRaterReason")]
    public async Task<IResult> GetReasonAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/calibration/reasons/{rater}")] HttpRequest request,
        string agency,
        string period,
        string rater,
        CancellationToken cancel) =>
        Answer(request, Asked.Read(request, agency, period, rater, Scopes.ResultsRead).TryGet(out var good, out var refusal)
            ? await reasons.FindAsync(good.Agency, good.Period, good.Rater, cancel)
            : refusal);

    private static IResult Answer(HttpRequest request, Result<RaterReason> result) =>
        result.AnswerVersion(request, r => r.Version, RaterReasonResponse.Of, JsonFormat.Default.RaterReasonResponse);

    private readonly record struct Asked(AgencyId Agency, AppraisalPeriod Period, EmployeeId Rater, int? Version)
    {
        internal static Result<Asked> Read(HttpRequest request, string agency, string period, string rater, string scope) =>
            AskedAgency.Read(request, agency, scope)
                .Then(a => AppraisalPeriod.Parse(period)
                    .Then(p => EmployeeId.Parse(rater, "/rater")
                        .Then(r => request.IfMatch().Then<Asked>(match => new Asked(a, p, r, match.Version)))));
    }
}
