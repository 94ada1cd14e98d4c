using Kinerja.Application.Files.Prints;
using Kinerja.Domain;
using Kinerja.Host.Console;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Files;

/// <summary>
/// One person's papers as pages to print. Each asks for the scope that reads the same as JSON; names stand on it for
/// whoever may read names besides.
/// </summary>
public sealed class PrintFunctions(ReadPrintouts read, ConsoleSettings console)
{
    [Function("GetEvaluationPrint")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> EvaluationAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/runs/{period}/evaluations/{employee}/print.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, person) = (route.Period(), route.Revision(), route.Employee());

        return AnswerAsync(request, route.ThenAsync(() => read.EvaluationAsync(
            route.Agency, period, revision, person, WithNames(request), cancel)));
    }

    [Function("GetWorkPlanPrint")]
    [Scope(Scopes.PlansRead)]
    public Task<IResult> WorkPlanAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/work-plans/{from}/print.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.From());
        var version = route.OptionalQuery("version", RouteText.Version);

        return AnswerAsync(request, route.ThenAsync(() => read.WorkPlanAsync(
            route.Agency, person, from, version, WithNames(request), cancel)));
    }

    [Function("GetAttendancePrint")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> AttendanceAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/attendance/{month}/print.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, month) = (route.Employee(), route.Month());

        return AnswerAsync(request, route.ThenAsync(() => read.AttendanceAsync(
            route.Agency, person, month, WithNames(request), cancel)));
    }

    [Function("GetObjectionPrint")]
    [Scope(Scopes.ObjectionsRead)]
    public Task<IResult> ObjectionAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/objections/{period}/print.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return AnswerAsync(request, route.ThenAsync(() => read.ObjectionDecisionAsync(
            route.Agency, period, person, WithNames(request), cancel)));
    }

    [Function("GetGrantPrint")]
    [Scope(Scopes.FollowUpRead)]
    public Task<IResult> GrantAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous,
            "get",
            Route = "api/v1/agencies/{agency}/grant-lists/{period}/people/{employee}/print.html")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, person) = (route.Period(), route.Employee());

        return AnswerAsync(request, route.ThenAsync(() => read.GrantAsync(
            route.Agency, period, person, WithNames(request), cancel)));
    }

    private static bool WithNames(HttpRequest request) => request.Caller().Scopes.Contains(Scopes.NamesRead);

    /// <summary>
    /// The mark leads to the console's page that checks it, or where there is none to the keys; on the address under
    /// which the paper was asked for.
    /// </summary>
    private Task<IResult> AnswerAsync(HttpRequest request, Task<Result<Printout>> paper) => paper.AnswerAsync(found =>
    {
        var page = console.IsOn ? "/console/periksa" : "/api/v1/receipt-keys";
        var check = new UriBuilder(request.Scheme, request.Host.Host, request.Host.Port ?? -1, page).Uri;
        return new PageAnswer(indonesian => found.Write(check, indonesian));
    });
}
