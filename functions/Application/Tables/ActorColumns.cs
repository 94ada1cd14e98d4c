using Azure.Data.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Tables;

/// <summary>Who acted, in four columns; none where this service acted by itself.</summary>
internal static class ActorColumns
{
    /// <summary>A row that several steps wrote holds each actor under the step's name.</summary>
    internal static void PutActor(this TableEntity row, Actor? actor, string step = "")
    {
        if (actor is null)
        {
            return;
        }

        row[$"{step}ActorAgency"] = actor.Agency.ToString();
        row[$"{step}ActorClient"] = actor.Client;
        row.PutText($"{step}ActorPerson", actor.Person?.ToString());
        row.PutEnum<ActorProof>($"{step}ActorProof", actor.Proof);
    }

    internal static Actor? Actor(this TableEntity row, string step = "") =>
        row.GetString($"{step}ActorClient") is { } client
            ? new(
                AgencyId.Parse(row.Text($"{step}ActorAgency")).Value,
                client,
                row.GetString($"{step}ActorPerson") is { } person ? EmployeeId.Parse(person).Value : null,
                row.Enum<ActorProof>($"{step}ActorProof"))
            : null;
}
