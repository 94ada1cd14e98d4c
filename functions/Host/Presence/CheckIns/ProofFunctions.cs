using Kinerja.Application;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Kinerja.Host.Presence.CheckIns;

/// <summary>Proofs of presence that a leader asks for now.</summary>
public sealed class ProofFunctions(AskForPresence ask)
{
    [Function("PostPresenceProof")]
    [Scope(Scopes.PresenceAsk)]
    public Task<IResult> PostAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/v1/agencies/{agency}/presence-proofs")]
        HttpRequest request,
        CancellationToken cancel)
    {
        var route = request.Route();

        return route.BodyAsync(JsonFormat.Default.PresenceProofRequest, body => body.Read(route.Agency), cancel)
            .ThenAsync(asked => route.As(
                asked.AskedBy, actor => ask.ExecuteAsync(actor, asked, cancel)))
            .AnswerAsync(
                r => PresenceProofResponse.Of(r.Asked, r.Replayed),
                JsonFormat.Default.PresenceProofResponse,
                r => HttpExchange.Created(r.Replayed));
    }
}
