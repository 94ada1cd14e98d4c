using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

public sealed record EntitlementRequest(
    string? Kind, string? From, string? To, string? Start, int? DaysPerWeek, int? DaysOff, string? Source,
    string? DecidedById)
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
            kind!.Value, from!.Value, to!.Value, start, DaysPerWeek, DaysOff, source!, by!.Value));
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

public sealed record RevocationResponse(LocalDate From, string Reason, Instant At);

public readonly struct EntitlementResponse(Entitlement entitlement)
{
    public EmployeeId EmployeeId => entitlement.EmployeeId;
    public EntitlementKind Kind => entitlement.Kind;
    public LocalDate From => entitlement.From;
    public LocalDate To => entitlement.To;
    public string? Start => entitlement.Start?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
    public int? DaysPerWeek => entitlement.DaysPerWeek;
    public int? DaysOff => entitlement.DaysOff;
    public int? DaysTaken => entitlement.DaysOff is null ? null : entitlement.DaysTaken;
    public string Source => entitlement.Source;
    public EmployeeId? DecidedById => entitlement.DecidedBy;
    public Instant GrantedAt => entitlement.GrantedAt;
    public RevocationResponse? Revoked =>
        entitlement.Revoked is { } revoked ? new(revoked.From, revoked.Reason, revoked.At) : null;

    public static EntitlementResponse Of(Entitlement entitlement) => new(entitlement);
}

public sealed record EntitlementListResponse(IReadOnlyList<EntitlementResponse> Entitlements);
