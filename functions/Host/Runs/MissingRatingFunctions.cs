using Kinerja.Application;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>Whose rating is missing, before a run freezes and while it is held.</summary>
public sealed class MissingRatingFunctions(FindMissingRatings missing)
{
    private const int PageSize = 500;

    /// <summary>All of a period for the personnel office, or those who wait for one rater.</summary>
    [Function("GetMissingRatings")]
    [Scope(Scopes.RatingsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/missing-ratings/{period}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, rater) = (route.Period(), route.OptionalQuery("raterId", EmployeeId.Parse));
        var after = route.AfterKey();

        return route.ThenAsync(() => missing.ListAsync(route.Agency, period, rater, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    var same = rater is { } given ? $"raterId={given}&" : "";
                    request.LinkNext(page.Next is { } next ? $"{same}cursor={next}" : null);
                    return MissingRatingsResponse.Of(period, page.Items);
                },
                JsonFormat.Default.MissingRatingsResponse);
    }
}
