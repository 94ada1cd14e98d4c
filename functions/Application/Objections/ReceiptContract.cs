using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Which revision of the period's result the person has received.</summary>
public sealed record ReceiptRequest(int? Revision)
{
    private const int MostRevisions = 99_999;

    public Result<int> Read()
    {
        var fields = new FieldReader();
        var revision = fields.Whole("revision", Revision, 1, MostRevisions);
        return fields.Finish(() => revision!.Value);
    }
}

/// <summary>
/// How the outcome that stands was delivered: by the revision that first had it, which counts as delivered on a day
/// unless the person's app confirmed it before.
/// </summary>
public sealed record DeliveryResponse(int Revision, string? DeemedOn, string? ReceivedAt, string ObjectionsUntil)
{
    internal static DeliveryResponse Of(Delivery delivery) => new(
        delivery.Revision,
        delivery.DeemedOn is { } deemed ? LocalDatePattern.Iso.Format(deemed) : null,
        delivery.Receipt is { } received ? InstantPattern.ExtendedIso.Format(received.At) : null,
        LocalDatePattern.Iso.Format(delivery.Until));
}

public sealed record ReceiptResponse(
    string EmployeeId, string Period, int Revision, string ReceivedAt, DeliveryResponse? Delivery, bool Replayed)
{
    public static ReceiptResponse Of(ConfirmedReceipt confirmed) => new(
        confirmed.EmployeeId.ToString(),
        confirmed.Period.ToString(),
        confirmed.Receipt.Revision,
        InstantPattern.ExtendedIso.Format(confirmed.Receipt.At),
        confirmed.Delivery is { } delivery ? DeliveryResponse.Of(delivery) : null,
        confirmed.Replayed);
}
