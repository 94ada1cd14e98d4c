using Kinerja.Application;
using Kinerja.Application.Workforce;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Workforce;

/// <summary>
/// People by NIP. The number comes in bodies and goes out nowhere; a NIP in two agencies is the national operator's to
/// see to.
/// </summary>
public sealed class IdentityFunctions(NipDirectory nips, ListNipFindings findings, RecordSecondment secondments)
{
    private const int PageSize = 100;

    [Function("PostNipLookup")]
    [Scope(Scopes.IdentitiesRead)]
    public Task<IResult> LookUpAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/nip-lookups")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.NipLookupRequest, body => body.Read(), cancel)
            .ThenAsync(nip => nips.LookUpAsync(route.Agency, nip, cancel))
            .AnswerAsync(NipLookupResponse.Of, JsonFormat.Default.NipLookupResponse);
    }

    [Function("GetNipFindings")]
    [Scope(Scopes.NationalRead)]
    public Task<IResult> ListFindingsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/national/nip-findings")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => findings.ExecuteAsync(after, PageSize, cancel).AsResultAsync())
            .AnswerPageAsync(request, NipFindingListResponse.Of, JsonFormat.Default.NipFindingListResponse);
    }

    [Function("PutSecondment")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> PutSecondmentAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/v1/employees/{employee}/secondments/{date}")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, from) = (route.Employee(), route.Date());

        return route.BodyAsync(
                JsonFormat.Default.SecondmentRequest, body => body.Read(route.Actor, person, from), cancel)
            .ThenAsync(asked => secondments.PutAsync(asked, cancel))
            .AnswerAsync(SecondmentResponse.Of, JsonFormat.Default.SecondmentResponse);
    }

    [Function("GetSecondments")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> ListSecondmentsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/secondments")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => secondments.ListAsync(route.Agency, person, cancel))
            .AnswerAsync(SecondmentListResponse.Of, JsonFormat.Default.SecondmentListResponse);
    }
}
