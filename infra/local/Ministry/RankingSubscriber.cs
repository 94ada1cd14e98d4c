using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Ministry;

/// <summary>
/// Another ministry's consumer: receives from its own subscription, writes what came to its folder, and only then
/// completes the message. Whatever comes twice overwrites itself; a file stands there whole or not at all.
/// </summary>
public sealed class RankingSubscriber(string busConnection, string folder) : IAsyncDisposable
{
    private const string Topic = "kinerja-events";
    private const string Subscription = "rankings";

    private readonly ServiceBusClient _bus = new(busConnection);
    private readonly ConcurrentDictionary<(string Agency, string Period, int Revision), ReceivedRanking> _rankings =
        new();
    private ServiceBusProcessor? _processor;
    private int _received;

    public int Received => _received;

    /// <summary>Every revision that came; of an agency's period the last one counts.</summary>
    public IReadOnlyCollection<ReceivedRanking> Rankings =>
        [.. _rankings.Values.OrderBy(r => r.Agency, StringComparer.Ordinal)
            .ThenBy(r => r.Period, StringComparer.Ordinal).ThenBy(r => r.Revision)];

    /// <summary>Null until something of it came.</summary>
    public ReceivedRanking? Find(string agency, string period, int revision) =>
        _rankings.GetValueOrDefault((agency, period, revision));

    /// <summary>What is wrong with a complete ranking, also as the successor of the revision that it names.</summary>
    public IReadOnlyList<string> FaultsOf(ReceivedRanking ranking)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return ranking.Revision == 1 ? ranking.Faults()
            : Find(ranking.Agency, ranking.Period, ranking.Revision - 1) is { IsComplete: true } replaced
                ? [.. ranking.Faults(), .. ranking.FaultsAfter(replaced)]
            : [.. ranking.Faults(), "The revision that it replaces has not come."];
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var parts = Path.GetFileNameWithoutExtension(file).Split('_');
            Take(parts[0], parts[1], await File.ReadAllBytesAsync(file, cancel));
        }

        _processor = _bus.CreateProcessor(Topic, Subscription);
        _processor.ProcessMessageAsync += TakeAsync;
        _processor.ProcessErrorAsync += _ => Task.CompletedTask;
        await _processor.StartProcessingAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        // A processor stops by itself when it is disposed of, and fails when that is done twice.
        if (Interlocked.Exchange(ref _processor, null) is { } processor)
            await processor.DisposeAsync();
        await _bus.DisposeAsync();
    }

    private async Task TakeAsync(ProcessMessageEventArgs args)
    {
        var message = args.Message;
        var (agency, period) = (
            (string)message.ApplicationProperties["agency"],
            (string)message.ApplicationProperties["period"]);
        var json = message.Body.ToArray();
        var path = Path.Combine(folder, $"{agency}_{period}_{message.MessageId}.json");
        await File.WriteAllBytesAsync(path + ".new", json, args.CancellationToken);
        File.Move(path + ".new", path, overwrite: true);
        Take(agency, period, json);
        Interlocked.Increment(ref _received);
    }

    private void Take(string agency, string period, byte[] json)
    {
        var revision = JsonElement.Parse(json).GetProperty("revision").GetInt32();
        _rankings.GetOrAdd((agency, period, revision), key => new ReceivedRanking(key.Agency, key.Period, key.Revision))
            .Take(json);
    }
}
