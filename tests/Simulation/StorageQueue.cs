using Kinerja.Application;
using Kinerja.Application.Queues;
using Kinerja.Application.Runs;
using NodaTime;

namespace Kinerja.Simulation;

/// <summary>
/// A Storage queue under the Functions host, with host.json's figures: at least once, in no order, without duplicate
/// detection. A message that fails is seen again soon, one whose worker vanished once its visibility runs out; after
/// too many deliveries it is set aside.
/// </summary>
internal sealed class StorageQueue(TimeProvider clock) : IRunQueue
{
    private const int MostDeliveries = 20;
    private static readonly Duration AfterFailure = Duration.FromSeconds(30);
    private static readonly Duration AfterDeath = Duration.FromMinutes(10);

    private readonly List<Message> _messages = [];

    internal int Count => _messages.Count;

    internal int Sent { get; private set; }

    internal int Poisoned { get; private set; }

    /// <summary>What a worker may take now.</summary>
    internal List<Message> Ready => [.. _messages.Where(m => m.HiddenUntil <= clock.Now())];

    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel)
    {
        _messages.AddRange(steps.Select(step => new Message(WorkMessages.Write(step, null))));
        Sent += steps.Count;
        return Task.CompletedTask;
    }

    internal RunStep Take(Message message)
    {
        message.HiddenUntil = clock.Now() + AfterDeath;
        message.Deliveries++;
        return WorkMessages.ReadRunStep(message.Body).Step;
    }

    internal void Delete(Message message) => _messages.Remove(message);

    /// <summary>The function threw, and the host lives to say so.</summary>
    internal void Fail(Message message)
    {
        message.HiddenUntil = clock.Now() + AfterFailure;
        if (message.Deliveries >= MostDeliveries && _messages.Remove(message))
        {
            Poisoned++;
        }
    }

    /// <summary>The same message once more, as a resending client leaves it behind.</summary>
    internal void Duplicate(Message message) => _messages.Add(new Message(message.Body));

    internal sealed class Message(BinaryData body)
    {
        internal BinaryData Body { get; } = body;

        internal Instant HiddenUntil { get; set; } = Instant.MinValue;

        internal int Deliveries { get; set; }
    }
}
