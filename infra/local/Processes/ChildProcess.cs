using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Kinerja.Local.Processes;

/// <summary>
/// A program that lives no longer than we do. Its stdin is a pipe from us: a program that watches it
/// (see stop-with-parent.cjs) ends in order even when this process is killed.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private const int Hang = 19;
    private const int GoOn = 18;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    private readonly Process _process;
    private readonly OutputTail _output = new();
    private readonly StopSignal _stop;
    private bool _disposed;

    private ChildProcess(Process process, StopSignal stop) => (_process, _stop) = (process, stop);

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    public int ExitCode => _process.ExitCode;

    /// <summary>The last lines of its output, for the message that explains a failure.</summary>
    public string Output => _output.Text;

    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        string? folder = null,
        IReadOnlyDictionary<string, string>? environment = null,
        StopSignal stop = StopSignal.Terminate)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder ?? "",
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        var process = new Process { StartInfo = start };
        var child = new ChildProcess(process, stop);
        process.OutputDataReceived += child.Keep;
        process.ErrorDataReceived += child.Keep;
        try
        {
            process.Start();
        }
        catch (Win32Exception missing)
        {
            process.Dispose();
            throw new MissingToolException($"{program} is not on the PATH ({missing.Message}).");
        }

        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Waits for a line of output; fails at once, with the output, when the program ends before it.</summary>
    public async Task<Match> FirstMatchAsync(Regex pattern, TimeSpan timeout, CancellationToken cancellation = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var match = _output.FirstMatchAsync(pattern);
        var exit = _process.WaitForExitAsync(stop.Token);
        var deadline = Task.Delay(timeout, stop.Token);
        var first = await Task.WhenAny(match, exit, deadline);
        await stop.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
        if (match.IsCompletedSuccessfully)
            return await match;
        throw new InvalidOperationException(first == exit
            ? $"{_process.StartInfo.FileName} ended with code {ExitCode}:\n{Output}"
            : $"{_process.StartInfo.FileName} did not write '{pattern}' within {timeout}:\n{Output}");
    }

    public async Task<int> WaitForExitAsync(CancellationToken cancellation = default)
    {
        await _process.WaitForExitAsync(cancellation);
        return _process.ExitCode;
    }

    /// <summary>Ends it as a power cut would (kill -9): no word to it, nothing tidied up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Lets it stand still, alive and without an answer, until <see cref="Resume"/>. Not on Windows.</summary>
    public void Suspend() => _ = SendSignal(_process.Id, Hang);

    public void Resume() => _ = SendSignal(_process.Id, GoOn);

    /// <summary>
    /// Asks for an orderly end by the signal it was started with (by a closed stdin on Windows), and makes sure of an
    /// end.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopAsync();
        _process.Dispose();
    }

    private async Task StopAsync()
    {
        if (_process.HasExited)
            return;
        // One word, not two: a second one ends a program that is still saving, as it ends Azurite.
        if (OperatingSystem.IsWindows())
            _process.StandardInput.Close();
        else
            _ = SendSignal(_process.Id, (int)_stop);
        using var deadline = new CancellationTokenSource(Patience);
        try
        {
            await _process.WaitForExitAsync(deadline.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }
    }

    private void Keep(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is { } text)
            _output.Add(text);
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int id, int signal);
}
