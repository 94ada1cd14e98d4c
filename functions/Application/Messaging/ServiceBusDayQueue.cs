using Azure.Messaging.ServiceBus;
using Kinerja.Application.Contracts;

namespace Kinerja.Application.Messaging;

public sealed class ServiceBusDayQueue(ServiceBusClient bus) : IDayQueue
{
    private readonly ServiceBusSender _sender = bus.CreateSender(EntityNames.DaysQueue);

    public Task SendAsync(IReadOnlyCollection<CloseStep> steps, CancellationToken cancel) =>
        _sender.SendAllAsync(steps.Select(step => new ServiceBusMessage(new BinaryData(CloseStepContract.Write(step)))
        {
            MessageId = step.MessageId,
            ContentType = "application/json",
            Subject = "closeBucket",
        }), cancel);
}
