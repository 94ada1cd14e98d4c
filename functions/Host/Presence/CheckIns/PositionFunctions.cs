using Kinerja.Application;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using NodaTime.Text;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>The one list in which positions are told.</summary>
public sealed class PositionFunctions(ReadDay read)
{
    [Function("GetDayCheckIns")]
    [Scope(Scopes.PositionsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/check-ins")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var filter = new DayFilter(
            route.Query("date", RouteText.Date),
            route.Filter("unitId", UnitId.Parse),
            route.Filter("assistedById", EmployeeId.Parse));
        var after = route.After(CheckInPlace.Parse);

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, filter, after, cancel))
            .AnswerPageAsync(
                request,
                items => new PositionedCheckInListResponse([.. items.Select(PositionedCheckInResponse.Of)]),
                JsonFormat.Default.PositionedCheckInListResponse,
                () => Same(filter));
    }

    private static string Same(DayFilter filter) =>
        $"date={LocalDatePattern.Iso.Format(filter.Date)}&"
        + (filter.Unit is { } unit ? $"unitId={unit}&" : "")
        + (filter.AssistedBy is { } helper ? $"assistedById={helper}&" : "");
}
