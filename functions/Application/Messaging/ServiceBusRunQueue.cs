using Azure.Messaging.ServiceBus;
using Kinerja.Application.Contracts;

namespace Kinerja.Application.Messaging;

public sealed class ServiceBusRunQueue(ServiceBusClient bus) : IRunQueue
{
    private readonly ServiceBusSender _sender = bus.CreateSender(EntityNames.RunsQueue);

    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel) =>
        _sender.SendAllAsync(steps.Select(step => new ServiceBusMessage(new BinaryData(RunStepContract.Write(step)))
        {
            MessageId = step.MessageId,
            ContentType = "application/json",
            Subject = JsonFormat.Name(step.Kind),
        }), cancel);
}
