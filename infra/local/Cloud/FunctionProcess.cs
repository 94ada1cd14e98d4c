using System.Text.RegularExpressions;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Cloud;

/// <summary>The function app in a process of its own, on the machine's clock, for what must survive its death.</summary>
public sealed partial class FunctionProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ChildProcess _process;

    private FunctionProcess(ChildProcess process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<FunctionProcess> StartAsync(FunctionAppOptions options, CancellationToken cancel = default)
    {
        var assembly = Path.Combine(AppContext.BaseDirectory, "Kinerja.Host.dll");
        var process = ChildProcess.Start("dotnet", [assembly], options.StateFolder, options.Environment());
        try
        {
            var listening = await process.FirstMatchAsync(Listening(), Patience, cancel);
            return new FunctionProcess(process, new Uri(listening.Groups[1].Value));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>kill -9: nothing in it gets to tidy up.</summary>
    public Task KillAsync() => _process.KillAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    [GeneratedRegex(@"Now listening on: (http://\S+)")]
    private static partial Regex Listening();
}
