using Kinerja.Domain;

namespace Kinerja.Application.Objections;

public sealed record WaitingResponse(int Unseen, int Corrections, int Reviews, int Objections, int Swaps);

/// <summary>Who calls, as the token says, and what waits for the person for whom the app asks.</summary>
public readonly struct MeResponse(Actor actor, IEnumerable<string> scopes, EmployeeId person, Waiting waiting)
{
    public AgencyId AgencyId => actor.Agency;
    public string Client => actor.Client;
    public ActorProof Proof => actor.Proof;
    public IReadOnlyList<string> Scopes => [.. scopes.Order(StringComparer.Ordinal)];
    public EmployeeId EmployeeId => person;
    public WaitingResponse Waiting =>
        new(waiting.Unseen, waiting.Corrections, waiting.Reviews, waiting.Objections, waiting.Swaps);
    public IReadOnlyList<OpenActResponse> Acts => [.. waiting.Acts.Select(one => new OpenActResponse(one))];

    public static MeResponse Of(Actor actor, IEnumerable<string> scopes, EmployeeId person, Waiting waiting) =>
        new(actor, scopes, person, waiting);
}
