using Kinerja.Application;
using Kinerja.Application.FollowUp;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.FollowUp;

/// <summary>Grants of flexible work from the top share: proposed, read, decided by a named person.</summary>
public sealed class GrantFunctions(ProposeGrants propose, ReadGrants read, DecideGrants decide)
{
    [Function("PostGrantList")]
    public async Task<IResult> ProposeAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/grant-lists")] HttpRequest request,
        string agency,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.GrantListRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.FollowUpWrite);
        var claim = asked.Then(_ => body).Then(b => b.Read());
        var proposed = claim.TryGet(out var good, out var refusal)
            ? await propose.ExecuteAsync(asked.Value, good, cancel)
            : refusal;
        return await PageAsync(proposed.Then<(AgencyId, AppraisalPeriod, EmployeeId?)>(l => (l.AgencyId, l.Period, null)), cancel);
    }

    [Function("GetGrantList")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/grant-lists/{period}")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel) =>
        await PageAsync(
            AskedAgency.Read(request, agency, Scopes.FollowUpRead)
                .Then(a => AppraisalPeriod.Parse(period)
                    .Then(p => AskedPlace.Parse(request.Query["cursor"])
                        .Then<(AgencyId, AppraisalPeriod, EmployeeId?)>(place => (a, p, place.After)))),
            cancel);

    [Function("PostGrantDecision")]
    public async Task<IResult> DecideAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/grant-lists/{period}/decisions")] HttpRequest request,
        string agency,
        string period,
        CancellationToken cancel)
    {
        var body = await request.ReadAsync(JsonFormat.Default.GrantDecisionRequest, HttpExchange.SmallBodyBytes, cancel);
        var asked = AskedAgency.Read(request, agency, Scopes.FollowUpDecide)
            .Then(a => AppraisalPeriod.Parse(period)
                .Then(p => body.Then(b => b.Read())
                    .Then<(AgencyId Agency, AppraisalPeriod Period, GrantVerdict Verdict)>(v => (a, p, v))));
        var decided = asked.TryGet(out var good, out var refusal)
            ? await decide.ExecuteAsync(good.Agency, good.Period, good.Verdict, cancel)
            : refusal;
        return decided.Answer(GrantListResponse.Of, JsonFormat.Default.GrantListResponse);
    }

    private async Task<IResult> PageAsync(Result<(AgencyId Agency, AppraisalPeriod Period, EmployeeId? After)> asked, CancellationToken cancel)
    {
        var found = asked.TryGet(out var good, out var refusal)
            ? await read.FindAsync(good.Agency, good.Period, good.After, cancel)
            : refusal;
        return found.Answer(GrantListResponse.Of, JsonFormat.Default.GrantListResponse);
    }
}
