using System.Collections.Concurrent;
using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Ministry;

/// <summary>
/// Another ministry's consumer: receives from its own subscription, writes what came to its folder, and only then
/// completes the message. Whatever comes twice overwrites itself; a file stands there whole or not at all. Seals are
/// checked where the address of the published keys is given.
/// </summary>
public sealed class RankingSubscriber(string busConnection, string folder, Uri? keysAddress = null) : IAsyncDisposable
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

    /// <summary>What is wrong with a complete ranking, its seal included, by the keys that are published now.</summary>
    public async Task<IReadOnlyList<string>> VerifyAsync(ReceivedRanking ranking, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(ranking);
        return keysAddress is null
            ? FaultsOf(ranking)
            : [.. FaultsOf(ranking), .. ranking.FaultsOfSeal(await KeysAsync(cancel))];
    }

    /// <summary>The published keys: those that sign now, and those of former days.</summary>
    public async Task<JsonElement> KeysAsync(CancellationToken cancel)
    {
        using var http = new HttpClient();
        return JsonElement.Parse(await http.GetByteArrayAsync(keysAddress, cancel));
    }

    public async Task StartAsync(CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
        {
            var parts = Path.GetFileNameWithoutExtension(file).Split('_');
            var seal = SealFile(file);
            Take(
                parts[0], parts[1], await File.ReadAllBytesAsync(file, cancel),
                File.Exists(seal) ? await File.ReadAllTextAsync(seal, cancel) : null);
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
        var seal = message.ApplicationProperties.TryGetValue("cloudEvents_seal", out var said) ? (string)said : null;
        if (seal is not null)
        {
            await File.WriteAllTextAsync(SealFile(path), seal, args.CancellationToken);
        }

        await File.WriteAllBytesAsync(path + ".new", json, args.CancellationToken);
        File.Move(path + ".new", path, overwrite: true);
        Take(agency, period, json, seal);
        Interlocked.Increment(ref _received);
    }

    /// <summary>Beside the data, and written before it.</summary>
    private static string SealFile(string path) => Path.ChangeExtension(path, ".seal");

    private void Take(string agency, string period, byte[] json, string? seal)
    {
        var revision = JsonElement.Parse(json).GetProperty("revision").GetInt32();
        _rankings.GetOrAdd((agency, period, revision), key => new ReceivedRanking(key.Agency, key.Period, key.Revision))
            .Take(json, seal);
    }
}
