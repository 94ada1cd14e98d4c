using Kinerja.Application;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>Where a person was on a day, and by which areas that was judged.</summary>
public sealed class EvidenceFunctions(ReadEvidence read)
{
    [Function("GetDayEvidence")]
    [Scope(Scopes.PresenceRead)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/evidence/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, date) = (route.Employee(), route.Date());
        var caller = request.Caller();
        var sight = caller.Person is { } self && self == person ? EvidenceSight.Own
            : caller.Scopes.Contains(Scopes.RulingsDecide) || caller.Scopes.Contains(Scopes.PositionsRead)
                ? EvidenceSight.Work
            : EvidenceSight.Verdicts;

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, person, date, sight, cancel))
            .AnswerAsync(DayEvidenceResponse.Of, JsonFormat.Default.DayEvidenceResponse);
    }
}
