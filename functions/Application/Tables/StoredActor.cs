using Kinerja.Domain;

namespace Kinerja.Application.Tables;

/// <summary>Who acted, as it stands in JSON of a column.</summary>
internal sealed record StoredActor(string Agency, string Client, string Proof, string? Person = null)
{
    internal static StoredActor? Of(Actor? actor) => actor is null
        ? null
        : new(actor.Agency.ToString(), actor.Client, JsonFormat.Name(actor.Proof), actor.Person?.ToString());

    internal Actor Read() => new(
        AgencyId.Parse(Agency).Value,
        Client,
        Person is null ? null : StoredValues.Person(Person),
        StoredValues.Enum<ActorProof>(Proof));
}
