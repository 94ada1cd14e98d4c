using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

public sealed record OpenActResponse(
    string Act,
    string Period,
    string? Until,
    string? EmployeeId,
    string? ObjectionId,
    int? Count,
    DeliveryResponse? Delivery)
{
    internal static OpenActResponse Of(OpenAct act) => new(
        JsonFormat.Name(act.Kind),
        act.Period.ToString(),
        act.Until is { } until ? LocalDatePattern.Iso.Format(until) : null,
        act.EmployeeId?.ToString(),
        act.ObjectionId?.ToString(),
        act.Count,
        act.Delivery is { } delivery ? DeliveryResponse.Of(delivery) : null);
}

public sealed record OpenActListResponse(IReadOnlyList<OpenActResponse> Acts)
{
    public static OpenActListResponse Of(IReadOnlyList<OpenAct> acts) => new([.. acts.Select(OpenActResponse.Of)]);
}
