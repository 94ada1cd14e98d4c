using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>Who acts for the rater until the day before to, and who granted it.</summary>
public sealed record DelegationRequest(string? DelegateId, string? To, string? GrantedById, string? Reason)
{
    public Result<DelegationCommand> Read(EmployeeId rater, LocalDate from)
    {
        var fields = new FieldReader();
        var delegated = fields.Take("delegateId", p => EmployeeId.Parse(DelegateId, p));
        var to = fields.Day("to", To);
        var granter = fields.Take("grantedById", p => EmployeeId.Parse(GrantedById, p));
        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(
            () => new DelegationCommand(rater, delegated!.Value, from, to!.Value, granter!.Value, reason!));
    }
}

public readonly struct DelegationResponse(Delegation delegation)
{
    public EmployeeId RaterId => delegation.RaterId;
    public EmployeeId DelegateId => delegation.DelegateId;
    public LocalDate From => delegation.From;
    public LocalDate To => delegation.To;
    public EmployeeId GrantedById => delegation.GrantedById;
    public string Reason => delegation.Reason;
    public Instant WrittenAt => delegation.WrittenAt;
    public int Version => delegation.Version;

    public static DelegationResponse Of(Delegation delegation) => new(delegation);
}

public sealed record DelegationListResponse(IReadOnlyList<DelegationResponse> Delegations)
{
    public static DelegationListResponse Of(IReadOnlyList<Delegation> delegations) =>
        new([.. delegations.Select(DelegationResponse.Of)]);
}
