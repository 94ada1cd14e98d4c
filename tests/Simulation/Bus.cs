using Kinerja.Application;
using Kinerja.Application.Messaging;
using Kinerja.Application.Tests;
using NodaTime;

namespace Kinerja.Simulation;

/// <summary>
/// A queue as the service is one: at least once, in no order, with locks that run out, a limit of deliveries, and
/// duplicate detection that forgets after a while. Messages are bytes.
/// </summary>
internal sealed class Bus(ManualClock clock) : IRunQueue
{
    private const int MostDeliveries = 10;
    private static readonly Duration Remembered = Duration.FromMinutes(10);
    private static readonly Duration LockTime = Duration.FromMinutes(5);

    private readonly Dictionary<string, Instant> _seen = [];
    private readonly List<Message> _messages = [];

    internal int Count => _messages.Count;

    internal int DeadLetters { get; private set; }

    /// <summary>What a worker may take now.</summary>
    internal List<Message> Ready => [.. _messages.Where(m => m.LockedUntil <= clock.Now)];

    public Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel)
    {
        foreach (var step in steps)
        {
            if (!_seen.TryGetValue(step.MessageId, out var at) || clock.Now - at > Remembered)
            {
                _seen[step.MessageId] = clock.Now;
                _messages.Add(new Message(WorkMessages.Write(step, null).ToArray()));
            }
        }

        return Task.CompletedTask;
    }

    internal RunStep Lock(Message message)
    {
        message.LockedUntil = clock.Now + LockTime;
        message.Deliveries++;
        return WorkMessages.ReadRunStep(new BinaryData(message.Json)).Step;
    }

    internal void Complete(Message message) => _messages.Remove(message);

    internal void Abandon(Message message)
    {
        message.LockedUntil = Instant.MinValue;
        if (message.Deliveries >= MostDeliveries && _messages.Remove(message))
        {
            DeadLetters++;
        }
    }

    /// <summary>The same message once more, as a resending client or a failing broker leaves it behind.</summary>
    internal void Duplicate(Message message) => _messages.Add(new Message(message.Json));

    internal sealed class Message(byte[] json)
    {
        internal byte[] Json { get; } = json;

        internal Instant LockedUntil { get; set; } = Instant.MinValue;

        internal int Deliveries { get; set; }
    }
}
