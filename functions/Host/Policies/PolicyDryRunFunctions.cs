using Kinerja.Application;
using Kinerja.Application.Policies;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Policies;

/// <summary>Dry runs of policies on past months, which store nothing.</summary>
public sealed class PolicyDryRunFunctions(DryRunPolicy policies)
{
    /// <summary>It tells of people's days: the right to read policies is not enough.</summary>
    [Function("TestPolicy")]
    [Scope(Scopes.PoliciesWrite)]
    public async Task<IResult> TestAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/policies/{kind}/test")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (kind, page) = (route.Kind(), route.Page());
        var question = await route.BodyAsync(
            JsonFormat.Default.PolicyDryRunRequest, body => body.Read(), cancel, HttpExchange.BulkBodyBytes);

        return await question
            .ThenAsync(asked => policies.ExecuteAsync(route.Agency, kind, asked, page - 1, cancel))
            .AnswerAsync(
                tried => PolicyDryRunResponse.Of(
                    kind, question.Value, tried, tried.Next is { } next ? PageCursor.Of(next + 1) : null),
                JsonFormat.Default.PolicyDryRunResponse);
    }
}
