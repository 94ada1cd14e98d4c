using Kinerja.Application;
using Kinerja.Application.Objections;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Objections;

/// <summary>What a person's app confirms to have been received.</summary>
public sealed class ResultReceiptFunctions(ConfirmReceipt confirm)
{
    [Function("PostResultReceipt")]
    [Scope(Scopes.ObjectionsWrite)]
    public Task<IResult> PostAsync(
        [HttpTrigger(
            AuthorizationLevel.Anonymous, "post", Route = "api/v1/employees/{employee}/results/{period}/receipts")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();
        var (person, period) = (route.Employee(), route.Period());

        return route.BodyAsync(JsonFormat.Default.ReceiptRequest, body => body.Read(), cancel)
            .ThenAsync(revision => route.As(
                person, actor => confirm.ExecuteAsync(actor, period, person, revision, cancel)))
            .AnswerAsync(
                ReceiptResponse.Of, JsonFormat.Default.ReceiptResponse, r => HttpExchange.Created(r.Replayed));
    }
}
