using Kinerja.Application;
using Kinerja.Application.Runs;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Runs;

/// <summary>What a revision changed and for whom.</summary>
public sealed class RevisionFunctions(ReadRevision read)
{
    [Function("GetRevisionChanges")]
    [Scope(Scopes.ResultsRead)]
    public Task<IResult> ChangesAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/agencies/{agency}/runs/{period}/changes")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (period, revision, page) = (route.Period(), route.Revision(), route.Page());

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, period, revision, cancel))
            .AnswerAsync(
                changes => RevisionResponse.Of(
                    changes, page - 1, RevisionResponse.HasPage(changes, page) ? PageCursor.Of(page + 1) : null),
                JsonFormat.Default.RevisionResponse);
    }
}
