using System.Globalization;
using Azure.Messaging.ServiceBus;
using NodaTime.Text;

namespace Kinerja.Application.Events;

/// <summary>
/// CloudEvents 1.0 in binary mode of the AMQP binding: the body is the data, byte for byte, so that its hash can be
/// checked; the attributes are application properties. Agency, period and type stand beside them for filters, the
/// number among the agency's events as CloudEvents' extension for sequences (text that sorts), and the trace of what
/// caused the event twice: as CloudEvents' extension for distributed tracing names it, and as Service Bus clients look
/// for it. What is sealed has its seal as an attribute of our own.
/// </summary>
public sealed class ServiceBusEvents(ServiceBusClient bus) : IEvents
{
    private readonly ServiceBusSender _sender = bus.CreateSender(EntityNames.EventsTopic);

    public Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel) =>
        _sender.SendAllAsync(events.Select(MessageOf), cancel);

    internal static ServiceBusMessage MessageOf(OutgoingEvent outgoing)
    {
        var message = Attributed(outgoing);
        if (outgoing.Number is { } number)
        {
            message.ApplicationProperties["cloudEvents_sequence"] = number.ToString(
                "D12", CultureInfo.InvariantCulture);
        }

        if (outgoing.Seal is { } seal)
        {
            message.ApplicationProperties["cloudEvents_seal"] = seal;
        }

        if (outgoing.Traceparent is { } trace)
        {
            message.ApplicationProperties["cloudEvents_traceparent"] = trace;
            message.ApplicationProperties["traceparent"] = trace;
        }

        return message;
    }

    private static ServiceBusMessage Attributed(OutgoingEvent outgoing) => new(new BinaryData(outgoing.Json))
    {
        MessageId = outgoing.Id,
        ContentType = "application/json",
        Subject = $"{outgoing.AgencyId}/{outgoing.Period}",
        ApplicationProperties =
        {
            ["cloudEvents_specversion"] = "1.0",
            ["cloudEvents_id"] = outgoing.Id,
            ["cloudEvents_type"] = outgoing.Type,
            ["cloudEvents_source"] = $"urn:kinerja:agency:{outgoing.AgencyId}",
            ["cloudEvents_subject"] = $"{outgoing.AgencyId}/{outgoing.Period}",
            ["cloudEvents_time"] = InstantPattern.General.Format(outgoing.Time),
            ["agency"] = outgoing.AgencyId.ToString(),
            ["period"] = outgoing.Period.ToString(),
            ["type"] = outgoing.Type,
        },
    };
}
