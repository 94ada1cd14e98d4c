using System.Diagnostics;
using System.Text.Json;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.Harness;

/// <summary>
/// A peer that runs on Node: one line of JSON asks it for a stretch, one line answers. It ends with its stdin.
/// </summary>
internal sealed class NodePeer : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Process _process;

    private NodePeer(Process process) => _process = process;

    /// <summary>The script's path is relative to this project.</summary>
    public static NodePeer Start(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(RepositoryFolder.Root, "tests", "Benchmarks", script));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new NodePeer(Process.Start(start)!);
    }

    public async Task<JsonElement> AskAsync<T>(T question)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question, JsonSerializerOptions.Web));
        await _process.StandardInput.FlushAsync();
        using var deadline = new CancellationTokenSource(Patience);
        var line = await _process.StandardOutput.ReadLineAsync(deadline.Token)
            ?? throw new InvalidOperationException("The Node peer ended before it answered.");
        return JsonDocument.Parse(line).RootElement;
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
