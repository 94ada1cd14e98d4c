using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A move as the receiving agency hands it over. The NIP shows that both are one person; without an id in the other
/// agency it says who it is there.
/// </summary>
public sealed record MoveClaim(
    EmployeeId EmployeeId, Nip Nip, AgencyId FromAgencyId, EmployeeId? FromEmployeeId, LocalDate On);

public sealed record MoveRequest(
    string? EmployeeId, string? Nip, string? FromAgencyId, string? FromEmployeeId, string? On);

public sealed record MovesRequest(IReadOnlyList<MoveRequest>? Moves)
{
    public Result<IReadOnlyList<MoveClaim>> Read(AgencyId own)
    {
        var named = new HashSet<EmployeeId>();
        return Bulk.Read(Moves, "moves", (body, prefix) => ReadOne(body, prefix, own, named));
    }

    private static Result<MoveClaim> ReadOne(
        MoveRequest body, string prefix, AgencyId own, HashSet<EmployeeId> named)
    {
        var fields = new FieldReader(prefix);
        var person = fields.Take("employeeId", p => Domain.EmployeeId.Parse(body.EmployeeId, p));
        var nip = fields.Take("nip", p => Domain.Workforce.Nip.Parse(body.Nip, p));
        var agency = fields.Take("fromAgencyId", p => AgencyId.Parse(body.FromAgencyId, p));
        var origin = fields.Optional("fromEmployeeId", body.FromEmployeeId, Domain.EmployeeId.Parse);
        var on = fields.Day("on", body.On);
        if (on is { Year: < 2000 or > 2999 })
        {
            fields.Add("on", "A day from 2000-01-01 on is expected.");
        }

        if (agency == own)
        {
            fields.Add("fromAgencyId", "Another agency than the own is expected.");
        }

        if (person is { } one && !named.Add(one))
        {
            fields.Add("employeeId", "A person stands once in a list.");
        }

        return fields.Finish(() => new MoveClaim(person!.Value, nip!.Value, agency!.Value, origin, on!.Value));
    }
}

/// <summary>A move without the NIP, which is never answered.</summary>
public readonly struct MoveResponse(Move move)
{
    public EmployeeId EmployeeId => move.EmployeeId;
    public AgencyId FromAgencyId => move.FromAgencyId;
    public EmployeeId FromEmployeeId => move.FromEmployeeId;
    public AgencyId ToAgencyId => move.ToAgencyId;
    public LocalDate On => move.On;
    public Instant RecordedAt => move.RecordedAt;
    public int Version => move.Version;
    public bool Withdrawn => move.Withdrawn;

    public static MoveResponse Of(Move move) => new(move);
}

public sealed record MoveListResponse(IReadOnlyList<MoveResponse> Moves)
{
    public static MoveListResponse Of(IReadOnlyList<Move> moves) => new([.. moves.Select(MoveResponse.Of)]);
}
