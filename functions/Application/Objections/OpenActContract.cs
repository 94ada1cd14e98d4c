using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Application.Objections;

public readonly struct OpenActResponse(OpenAct act)
{
    public OpenActKind Act => act.Kind;
    public AppraisalPeriod Period => act.Period;
    public LocalDate? Until => act.Until;
    public EmployeeId? EmployeeId => act.EmployeeId;
    public ClientId? ObjectionId => act.ObjectionId;
    public int? Count => act.Count;
    public DeliveryResponse? Delivery => act.Delivery is { } delivery ? new DeliveryResponse(delivery) : null;
}

public sealed record OpenActListResponse(IReadOnlyList<OpenActResponse> Acts)
{
    public static OpenActListResponse Of(IReadOnlyList<OpenAct> acts) =>
        new([.. acts.Select(one => new OpenActResponse(one))]);
}
