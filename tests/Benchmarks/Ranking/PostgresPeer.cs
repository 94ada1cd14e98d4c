using System.Diagnostics;
using System.Globalization;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// PostgreSQL's window functions over the same people, on a server of its own in a temporary folder, reached by a
/// socket there. It is no package of this repository: it runs where the system has it.
/// </summary>
internal sealed class PostgresPeer : IAsyncDisposable
{
    public const string HowToInstall = "apt-get install postgresql";

    private const string Installed = "/usr/lib/postgresql";
    private const string Account = "postgres";

    private readonly string _programs;
    private readonly string _folder;

    private PostgresPeer(string programs, string folder) => (_programs, _folder) = (programs, folder);

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(_folder, "data");

    /// <summary>Null where it is not installed. Workers: what one statement may use beside its own process.</summary>
    public static async Task<PostgresPeer?> StartAsync(string people, string folder, int workers)
    {
        if (!OperatingSystem.IsLinux() || NewestPrograms() is not { } programs)
        {
            return null;
        }

        var peer = new PostgresPeer(programs, Directory.CreateDirectory(Path.Combine(folder, "postgres")).FullName);
        await peer.HandOverAsync(people, folder);
        await peer.AskAsync(
            "initdb", "-D", peer.Data, "-A", "trust", "-U", Account, "--no-sync", "--locale=C", "-E", "UTF8");
        await peer.AskAsync(
            "pg_ctl", "-D", peer.Data, "-w", "-l", Path.Combine(peer._folder, "log"), "-o",
            Options(peer._folder, workers), "start");
        await peer.LoadAsync(people);
        return peer;
    }

    public async Task<RankingSample> MeasureAsync()
    {
        var statement = Path.Combine(RepositoryFolder.Root, "tests", "Benchmarks", "Ranking", "ranking-postgres.sql");
        var lines = (await QueryAsync("\\timing on", await File.ReadAllTextAsync(statement))).Split('\n');
        var figures = lines.First(l => l.Contains('|', StringComparison.Ordinal)).Split('|');
        var timing = lines.First(l => l.StartsWith("Time: ", StringComparison.Ordinal)).Split(' ')[1];
        var whole = Array.ConvertAll(figures, f => long.Parse(f, CultureInfo.InvariantCulture));
        return new(
            double.Parse(timing, CultureInfo.InvariantCulture) / 1000,
            double.NaN,
            double.NaN,
            new RankingSum(whole[0], whole[1], whole[2], whole[3], whole[4], whole[5]));
    }

    public async ValueTask DisposeAsync() => await AskAsync("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    /// <summary>As <c>perf.md</c> measured: everything in memory, no compiler, which only costs at this size.</summary>
    private static string Options(string folder, int workers) => string.Create(
        CultureInfo.InvariantCulture,
        $"-k {folder} -c listen_addresses='' -c fsync=off -c jit=off -c shared_buffers=1GB -c work_mem=1GB -c max_parallel_workers_per_gather={workers}");

    private static string? NewestPrograms() =>
        !Directory.Exists(Installed) ? null : Directory.EnumerateDirectories(Installed)
        .Select(version => Path.Combine(version, "bin"))
        .Where(programs => File.Exists(Path.Combine(programs, "initdb")))
        .MaxBy(programs => programs, StringComparer.Ordinal);

    /// <summary>The server refuses to run as root; it then runs as the account that its package made.</summary>
    private async Task HandOverAsync(string people, string folder)
    {
        if (IsRoot)
        {
            await RunAsync("chown", Account, folder, _folder, people);
        }
    }

    private async Task LoadAsync(string people)
    {
        await QueryAsync(
            "create unlogged table people (agency smallint, unit integer, person integer, rated boolean, result smallint, "
            + "behaviour smallint, skp smallint, behaviour_score smallint)",
            $"copy people from '{people}' (format csv, header)",
            "vacuum analyze people");
    }

    private Task<string> QueryAsync(params string[] commands) => AskAsync(
        "psql",
        [
            "-h",
            _folder,
            "-U",
            Account,
            "-X",
            "-A",
            "-t",
            "-q",
            "-v",
            "ON_ERROR_STOP=1",
            "-d",
            "postgres",
            .. commands.SelectMany(c => new[] { "-c", c })
        ]);

    private Task<string> AskAsync(string program, params string[] arguments)
    {
        var path = Path.Combine(_programs, program);
        return IsRoot ? RunAsync("runuser", ["-u", Account, "--", path, .. arguments]) : RunAsync(path, arguments);
    }

    /// <summary>Its own output only: the server that pg_ctl leaves behind would keep an inherited pipe open.</summary>
    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(
            program)
        { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = _folder };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{program} {arguments[^1]}: {output}");
    }
}
