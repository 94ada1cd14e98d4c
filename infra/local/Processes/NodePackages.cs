using System.Globalization;
using System.Security.Cryptography;

namespace Kinerja.Local.Processes;

/// <summary>The Node side of the local cloud: the right Node, and the packages of the committed lock file.</summary>
public static class NodePackages
{
    private const int OldestNode = 20;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static string Folder => Path.Combine(RepositoryFolder.Local, "node_modules");

    /// <summary>Installs what the lock file names unless that is there already. Processes take turns.</summary>
    public static Task EnsureAsync(Action<string>? report = null, CancellationToken cancellation = default) =>
        EnsureInAsync(RepositoryFolder.Local, report, cancellation);

    /// <summary>The same for another folder that has a lock file.</summary>
    public static async Task EnsureInAsync(
        string folder, Action<string>? report = null, CancellationToken cancellation = default)
    {
        await RequireNodeAsync(cancellation);
        var wanted = await WantedAsync(folder, cancellation);
        if (IsInstalled(folder, wanted))
            return;
        await using var turn = await TakeTurnAsync(cancellation);
        // Another process may have installed them while this one waited.
        if (IsInstalled(folder, wanted))
            return;
        report?.Invoke(
            $"Installing the Node packages of {Path.GetRelativePath(RepositoryFolder.Root, folder)} "
            + "(once, about a minute)");
        await InstallAsync(folder, cancellation);
        await File.WriteAllTextAsync(Stamp(folder), wanted, cancellation);
    }

    internal static int Major(string version)
    {
        var digits = version.Trim().TrimStart('v').Split('.')[0];
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
    }

    private static async Task RequireNodeAsync(CancellationToken cancellation)
    {
        var needed = $"Node {OldestNode} or newer is needed";
        string version;
        try
        {
            await using var node = ChildProcess.Start("node", ["--version"]);
            await node.WaitForExitAsync(cancellation);
            version = node.Output.Trim();
        }
        catch (MissingToolException)
        {
            throw new MissingToolException($"{needed}; no node was found on the PATH.");
        }

        if (Major(version) < OldestNode)
            throw new MissingToolException($"{needed}; this machine has {version}.");
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellation)
    {
        var program = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        await using var npm = ChildProcess.Start(
            program, ["ci", "--no-audit", "--no-fund"], folder);
        if (await npm.WaitForExitAsync(cancellation) != 0)
            throw new InvalidOperationException($"npm ci failed in {folder}:\n{npm.Output}");
    }

    private static string Stamp(string folder) => Path.Combine(folder, "node_modules", ".installed-from");

    private static bool IsInstalled(string folder, string wanted) =>
        File.Exists(Stamp(folder)) && File.ReadAllText(Stamp(folder)).Trim() == wanted;

    private static async Task<string> WantedAsync(string folder, CancellationToken cancellation)
    {
        var text = await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellation);
        return Convert.ToHexString(SHA256.HashData(text));
    }

    // A file held open alone: the system lets go of it even when its holder is killed.
    private static async Task<FileStream> TakeTurnAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(RepositoryFolder.State);
        var path = Path.Combine(RepositoryFolder.State, "node-packages.lock");
        var deadline = DateTime.UtcNow + Patience;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (DateTime.UtcNow < deadline)
            {
                await Task.Delay(200, cancellation);
            }
        }
    }
}
