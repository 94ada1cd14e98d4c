using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>A person asked for by NIP: in the body, since addresses are logged.</summary>
public sealed record NipLookupRequest(string? Nip)
{
    public Result<Nip> Read()
    {
        var fields = new FieldReader();
        var nip = fields.Take("nip", p => Domain.Workforce.Nip.Parse(Nip, p));
        return fields.Finish(() => nip!.Value);
    }
}

public sealed record NipLookupResponse(EmployeeId EmployeeId)
{
    public static NipLookupResponse Of(EmployeeId id) => new(id);
}

public sealed record NipFindingListResponse(IReadOnlyList<NipFindingResponse> Findings)
{
    public static NipFindingListResponse Of(IReadOnlyList<NipFinding> findings) =>
        new([.. findings.Select(one => new NipFindingResponse(one))]);
}

/// <summary>The id is the NIP's keyed hash: nobody makes the number of it.</summary>
public readonly struct NipFindingResponse(NipFinding finding)
{
    public string Id => finding.Hash.Text;
    public Instant Since => finding.Since;
    public IReadOnlyList<NipHolderResponse> People => [.. finding.Holders.Select(h => new NipHolderResponse(
        h.AgencyId, h.EmployeeId, h.ServesAfterMoveOn))];
}

public sealed record NipHolderResponse(AgencyId AgencyId, EmployeeId EmployeeId, LocalDate? ServesAfterMoveOn);

public sealed record SecondmentRequest(string? ToAgencyId, string? To)
{
    public Result<Secondment> Read(Actor actor, EmployeeId employee, LocalDate from)
    {
        var fields = new FieldReader();
        var agency = fields.Take("toAgencyId", p => AgencyId.Parse(ToAgencyId, p));
        var to = fields.Day("to", To);
        return fields.Finish(() => new Secondment(actor.Agency, employee, agency!.Value, from, to!.Value)
        {
            Actor = actor,
        });
    }
}

public readonly struct SecondmentResponse(Secondment secondment)
{
    public EmployeeId EmployeeId => secondment.EmployeeId;
    public AgencyId ToAgencyId => secondment.ToAgencyId;
    public LocalDate From => secondment.From;
    public LocalDate To => secondment.To;

    public static SecondmentResponse Of(Secondment secondment) => new(secondment);
}

public sealed record SecondmentListResponse(IReadOnlyList<SecondmentResponse> Secondments)
{
    public static SecondmentListResponse Of(IReadOnlyList<Secondment> secondments) =>
        new([.. secondments.Select(SecondmentResponse.Of)]);
}
