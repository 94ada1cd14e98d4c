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

public sealed record NipLookupResponse(string EmployeeId)
{
    public static NipLookupResponse Of(EmployeeId id) => new(id.ToString());
}

public sealed record NipFindingListResponse(IReadOnlyList<NipFindingResponse> Findings)
{
    public static NipFindingListResponse Of(IReadOnlyList<NipFinding> findings) =>
        new([.. findings.Select(NipFindingResponse.Of)]);
}

/// <summary>The id is the NIP's keyed hash: nobody makes the number of it.</summary>
public sealed record NipFindingResponse(string Id, string Since, IReadOnlyList<NipHolderResponse> People)
{
    public static NipFindingResponse Of(NipFinding finding) => new(
        finding.Hash.Text,
        InstantPattern.ExtendedIso.Format(finding.Since),
        [.. finding.Holders.Select(h => new NipHolderResponse(
            h.AgencyId.ToString(),
            h.EmployeeId.ToString(),
            h.ServesAfterMoveOn is { } day ? LocalDatePattern.Iso.Format(day) : null))]);
}

public sealed record NipHolderResponse(string AgencyId, string EmployeeId, string? ServesAfterMoveOn);

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

public sealed record SecondmentResponse(string EmployeeId, string ToAgencyId, string From, string To)
{
    public static SecondmentResponse Of(Secondment secondment) => new(
        secondment.EmployeeId.ToString(),
        secondment.ToAgencyId.ToString(),
        LocalDatePattern.Iso.Format(secondment.From),
        LocalDatePattern.Iso.Format(secondment.To));
}

public sealed record SecondmentListResponse(IReadOnlyList<SecondmentResponse> Secondments)
{
    public static SecondmentListResponse Of(IReadOnlyList<Secondment> secondments) =>
        new([.. secondments.Select(SecondmentResponse.Of)]);
}
