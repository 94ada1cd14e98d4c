using Kinerja.Domain;

namespace Kinerja.Application.Objections;

public sealed record WaitingResponse(int Unseen, int Corrections, int Reviews, int Objections);

/// <summary>Who calls, as the token says, and what waits for the person for whom the app asks.</summary>
public sealed record MeResponse(
    string AgencyId, string Client, string Proof, IReadOnlyList<string> Scopes, string EmployeeId,
    WaitingResponse Waiting, IReadOnlyList<OpenActResponse> Acts)
{
    public static MeResponse Of(Actor actor, IEnumerable<string> scopes, EmployeeId person, Waiting waiting) => new(
        actor.Agency.ToString(),
        actor.Client,
        JsonFormat.Name(actor.Proof),
        [.. scopes.Order(StringComparer.Ordinal)],
        person.ToString(),
        new(waiting.Unseen, waiting.Corrections, waiting.Reviews, waiting.Objections),
        [.. waiting.Acts.Select(OpenActResponse.Of)]);
}
