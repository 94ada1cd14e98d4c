using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime;

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
public readonly struct DeliveryResponse(Delivery delivery)
{
    public int Revision => delivery.Revision;
    public LocalDate? DeemedOn => delivery.DeemedOn;
    public Instant? ReceivedAt => delivery.Receipt?.At;
    public LocalDate ObjectionsUntil => delivery.Until;
}

public readonly struct ReceiptResponse(ConfirmedReceipt confirmed)
{
    public EmployeeId EmployeeId => confirmed.EmployeeId;
    public AppraisalPeriod Period => confirmed.Period;
    public int Revision => confirmed.Receipt.Revision;
    public Instant ReceivedAt => confirmed.Receipt.At;
    public DeliveryResponse? Delivery => confirmed.Delivery is { } delivery ? new DeliveryResponse(delivery) : null;
    public bool Replayed => confirmed.Replayed;

    public static ReceiptResponse Of(ConfirmedReceipt confirmed) => new(confirmed);
}
