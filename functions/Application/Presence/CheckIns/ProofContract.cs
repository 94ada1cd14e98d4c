using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>Either named people or a unit; minutes is the term to answer.</summary>
public sealed record PresenceProofRequest(
    string? Id,
    string? AskedById,
    IReadOnlyList<string?>? EmployeeIds,
    string? UnitId,
    int? Minutes,
    string? Words)
{
    public Result<ProofOrder> Read(AgencyId agency)
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var by = fields.Take("askedById", p => EmployeeId.Parse(AskedById, p));
        var minutes = fields.Whole("minutes", Minutes, 5, 480);
        var words = fields.Text("words", Words, 300);
        if ((EmployeeIds is null) == (UnitId is null) || EmployeeIds?.Count is 0 or > AskForPresence.MostPeople)
        {
            fields.Add("employeeIds", $"Either a unitId, or 1 to {AskForPresence.MostPeople} people are expected.");
        }

        var people = (EmployeeIds ?? []).Select((e, i) => fields.Take($"employeeIds/{i}", p => EmployeeId.Parse(e, p)))
            .OfType<EmployeeId>().Distinct().ToList();
        var unit = fields.Optional("unitId", UnitId, Domain.UnitId.Parse);
        return fields.Finish(() => new ProofOrder(
            id!.Value, agency, by!.Value, people, unit, minutes!.Value, words!));
    }
}

/// <summary>Whom it reached, and until when an answer counts.</summary>
public sealed record PresenceProofResponse(
    ClientId Id,
    EmployeeId AskedById,
    IReadOnlyList<EmployeeId> EmployeeIds,
    UnitId? UnitId,
    Instant Opens,
    Instant Closes,
    string Words,
    bool Replayed)
{
    public static PresenceProofResponse Of(AskedProof asked, bool replayed)
    {
        var request = asked.Request;
        var window = AskForPresence.WindowOf(asked);
        return new PresenceProofResponse(
            request.Id,
            request.AskedBy,
            asked.Reached,
            request.UnitId,
            window.Opens,
            window.Closes,
            request.Words,
            replayed);
    }
}
