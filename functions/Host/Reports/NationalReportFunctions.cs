using Kinerja.Application;
using Kinerja.Application.Reports;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Reports;

/// <summary>What the national operator reads over all agencies: numbers, nobody in them.</summary>
public sealed class NationalReportFunctions(ReadNationalResults results)
{
    private const int PageSize = 100;

    [Function("GetNationalResults")]
    [Scope(Scopes.NationalRead)]
    public Task<IResult> ResultsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/results/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.RouteBetweenAgencies();
        var (period, after) = (route.Period(), route.AfterKey());
        var only = route.OptionalQuery("agency", AgencyId.Parse);

        return route.ThenAsync(() => results.PageAsync(period, only, after, PageSize, cancel).AsResultAsync())
            .AnswerPageAsync(
                request,
                items => NationalResultListResponse.Of(period, items),
                JsonFormat.Default.NationalResultListResponse);
    }
}
