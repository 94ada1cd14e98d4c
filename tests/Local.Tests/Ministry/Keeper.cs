using System.Text.Json;
using Kinerja.Local.Ministry;
using Kinerja.Local.Processes;
using Kinerja.Local.Tests.ServiceBus;

namespace Kinerja.Local.Tests.Ministry;

/// <summary>
/// One of the two consumers that keep a table, or the console's page that makes it, with a folder of its own.
/// </summary>
internal sealed class Keeper(string language, Uri api) : IDisposable
{
    internal const string CSharp = "C#";
    internal const string JavaScript = "JavaScript";
    internal const string Console = "console";

    private static readonly string ConsoleFolder = Path.Combine(RepositoryFolder.Root, "functions", "Console");

    private readonly TemporaryFolder _folder = new();

    internal string Folder => _folder.Path;

    internal string Journal => Path.Combine(Folder, "events.jsonl");

    /// <summary>A line for a period, then one for each of its people.</summary>
    internal IReadOnlyList<string> Table => File.ReadAllLines(Path.Combine(Folder, "results.jsonl"));

    /// <summary>Revision and state of the only period, with all that it waits for.</summary>
    internal string Standing
    {
        get
        {
            var line = JsonElement.Parse(Table[0]);
            var revision = line.TryGetProperty("revision", out var number) ? $"{number}" : "-";
            var waits = line.GetProperty("waits").EnumerateArray().Select(one => $"; {one.GetString()}");
            return $"{revision} {line.GetProperty("state").GetString()}{string.Concat(waits)}";
        }
    }

    /// <summary>People by place, each with the reason where there is no predicate.</summary>
    internal string People => string.Join(' ', Table.Select(line => JsonElement.Parse(line))
        .Where(line => line.TryGetProperty("employeeId", out _))
        .Select(line => line.GetProperty("employeeId").GetString()
            + (line.TryGetProperty("notAssessed", out var why) ? $":{why.GetString()}" : "")));

    public void Dispose() => _folder.Dispose();

    internal Task<(int Code, string Output)> ReceiveAsync(string? bus = null) =>
        RunAsync(new() { ["TOKEN"] = "t", ["BUS"] = bus ?? "" }, Folder, $"{api}", Publisher.Agency);

    internal Task<(int Code, string Output)> PrintAsync(params string[] more) =>
        RunAsync([], [Folder, "--table", .. more]);

    internal async Task<(int Code, string Output)> RunAsync(
        Dictionary<string, string> settings, params string[] arguments)
    {
        if (language == CSharp)
        {
            using var to = new StringWriter();
            var code = await KeepResults.RunAsync(arguments, settings.GetValueOrDefault, to, CancellationToken.None);
            return (code, to.ToString().ReplaceLineEndings("\n").TrimEnd());
        }

        string[] script = [Path.Combine(RepositoryFolder.Local, "Ministry", "keep-results.mjs")];
        if (language == Console)
        {
            await NodePackages.EnsureInAsync(ConsoleFolder);
            var file = Path.Combine(RepositoryFolder.Root, "tests", "Local.Tests", "console-results.mjs");
            script = [file, ConsoleFolder];
        }

        await using var node = ChildProcess.Start("node", [.. script, .. arguments], environment: settings);
        return (await node.WaitForExitAsync(), node.Output.ReplaceLineEndings("\n").TrimEnd());
    }
}
