using Kinerja.Application;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>The keys that anybody verifies a check-in's receipt with.</summary>
public sealed class ReceiptFunctions(ReceiptSigner receipts)
{
    [Function(nameof(GetReceiptKeys))]
    [OpenToAll]
    public IResult GetReceiptKeys(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/v1/receipt-keys")]
        HttpRequest request) =>
        new JsonAnswer<JwksResponse>(StatusCodes.Status200OK, receipts.Keys, JsonFormat.Default.JwksResponse);
}
