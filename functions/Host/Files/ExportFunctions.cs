using Kinerja.Application.Files.Exports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Files;

/// <summary>
/// Tables of a whole agency, for the spreadsheets and payrolls of its office. Each asks for the scope that reads the
/// same of one person.
/// </summary>
public sealed class ExportFunctions(
    ExportMonths months, ExportResults results, ExportRanking ranking, ExportSurvey surveys)
{
    [Function("ExportAttendance")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> AttendanceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/attendance/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (month, format) = (route.Month(), route.Format());

        return route.ThenAsync(() => months.AttendanceAsync(route.Agency, month, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ExportDeductions")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> DeductionsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/deductions/{month}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (month, format) = (route.Month(), route.Format());

        return route.ThenAsync(() => months.DeductionsAsync(route.Agency, month, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ExportAllowanceFactors")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> AllowanceFactorsAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/allowance-factors/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, format) = (route.Period(), route.Format());

        return route.ThenAsync(() => results.AllowanceFactorsAsync(route.Agency, period, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ExportResults")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ResultsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/results/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, format) = (route.Period(), route.Revision(), route.Format());

        return route.ThenAsync(() => results.ResultsAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ExportRanking")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> RankingAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/ranking/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, format) = (route.Period(), route.Revision(), route.Format());

        return route.ThenAsync(() => ranking.ExecuteAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }

    [Function("ExportSurvey")]
    [Scope(Scopes.SurveysRead)]
    public Task<IResult> SurveyAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/exports/surveys/{survey}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (survey, format) = (route.Survey(), route.Format());

        return route.ThenAsync(() => surveys.ExecuteAsync(route.Agency, survey, cancel))
            .AnswerAsync(sheet => new SheetAnswer(sheet, format));
    }
}
