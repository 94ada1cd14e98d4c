using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Objections;

/// <summary>What a person can do about results, and until when.</summary>
public sealed class OpenActFunctions(ReadOpenActs read)
{
    [Function("GetOpenActs")]
    [Scope(Scopes.ObjectionsRead)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/employees/{employee}/open-acts")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var person = route.Employee();

        return route.ThenAsync(() => read.ExecuteAsync(route.Agency, person, cancel))
            .AnswerAsync(OpenActListResponse.Of, JsonFormat.Default.OpenActListResponse);
    }
}
