using Kinerja.Application;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Intake.Pulls;

/// <summary>What the newest pull found, 200 a page, and the word that it is to hold.</summary>
public sealed class RegisterChangeFunctions(AgreePull agree)
{
    private const int PageSize = 200;

    [Function("GetRegisterChanges")]
    [Scope(Scopes.RegisterRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/register-source/changes")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var after = route.AfterKey();

        return route.ThenAsync(() => agree.ListAsync(route.Agency, after, PageSize, cancel))
            .AnswerAsync(
                page =>
                {
                    request.LinkNext(page.Page.Next is { } next ? $"cursor={next}" : null);
                    return RegisterChangeListResponse.Of(page, HttpExchange.PrefersIndonesian(request));
                },
                JsonFormat.Default.RegisterChangeListResponse);
    }

    [Function("PostRegisterAgreement")]
    [Scope(Scopes.RegisterWrite)]
    public Task<IResult> AgreeAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/register-source/agreement")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.PullAgreementRequest, body => body.Read(), cancel)
            .ThenAsync(asked => route.As(
                asked.By, actor => agree.ExecuteAsync(actor, asked.PullId, asked.By, cancel)))
            .AnswerAsync(RegisterPullResponse.Of, JsonFormat.Default.RegisterPullResponse);
    }
}
