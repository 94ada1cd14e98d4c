using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

public sealed record EntitlementRequest(
    string? Kind, string? From, string? To, string? Start, int? DaysPerWeek, string? Source, string? DecidedById)
{
    public Result<EntitlementCommand> Read()
    {
        var fields = new FieldReader();
        var kind = fields.Enum<EntitlementKind>("kind", Kind);
        var from = fields.Day("from", From);
        var to = fields.Day("to", To);
        var start = fields.OptionalMinute("start", Start);
        var source = fields.Text("source", Source, 100);
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        return fields.Finish(() => new EntitlementCommand(
            kind!.Value, from!.Value, to!.Value, start, DaysPerWeek, source!, by!.Value));
    }
}

public sealed record RevocationRequest(string? Kind, string? EntitlementFrom, string? From, string? Reason)
{
    public Result<RevocationCommand> Read()
    {
        var fields = new FieldReader();
        var kind = fields.Enum<EntitlementKind>("kind", Kind);
        var granted = fields.Day("entitlementFrom", EntitlementFrom);
        var from = fields.Day("from", From);
        var reason = fields.Text("reason", Reason, 500);
        return fields.Finish(() => new RevocationCommand(kind!.Value, granted!.Value, from!.Value, reason!));
    }
}

public sealed record RevocationResponse(string From, string Reason, string At);

public sealed record EntitlementResponse(
    string EmployeeId,
    string Kind,
    string From,
    string To,
    string? Start,
    int? DaysPerWeek,
    string Source,
    string? DecidedById,
    string GrantedAt,
    RevocationResponse? Revoked)
{
    public static EntitlementResponse Of(Entitlement entitlement) => new(
        entitlement.EmployeeId.ToString(),
        JsonFormat.Name(entitlement.Kind),
        LocalDatePattern.Iso.Format(entitlement.From),
        LocalDatePattern.Iso.Format(entitlement.To),
        entitlement.Start?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        entitlement.DaysPerWeek,
        entitlement.Source,
        entitlement.DecidedBy?.ToString(),
        InstantPattern.ExtendedIso.Format(entitlement.GrantedAt),
        entitlement.Revoked is { } revoked
            ? new(
                LocalDatePattern.Iso.Format(revoked.From),
                revoked.Reason,
                InstantPattern.ExtendedIso.Format(revoked.At))
            : null);
}

public sealed record EntitlementListResponse(IReadOnlyList<EntitlementResponse> Entitlements);
