using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.PeerApp;

/// <summary>Both peers as functions: the same work as the bare endpoints, behind host and worker.</summary>
public sealed class PeerFunctions(TableServiceClient tables)
{
    [Function("PeerEcho")]
    public static Task EchoAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "peer/echo")] HttpRequest request) =>
        PeerWork.EchoAsync(request.HttpContext);

    [Function("PeerInsert")]
    public Task InsertAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "peer/insert")] HttpRequest request) =>
        PeerWork.InsertAsync(request.HttpContext, tables);
}
