using System.Diagnostics;
using System.Reflection;
using System.Text.Json;

namespace Kinerja.Layout.Tests.Package;

/// <summary>
/// What <c>dotnet publish functions/Host</c> puts together, from the build that these tests belong to: building a
/// second time in another configuration takes minutes and gives the same files.
/// </summary>
public sealed class PublishedHost : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-package-").FullName;

    /// <summary>Paths from the package's root, with forward slashes.</summary>
    public IReadOnlyList<string> Files { get; private set; } = [];

    public string Read(string path) => File.ReadAllText(Path.Combine(_folder, path));

    public JsonElement Json(string path) => JsonDocument.Parse(Read(path)).RootElement;

    public async Task InitializeAsync()
    {
        var built = typeof(PublishedHost).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        var start = new ProcessStartInfo("dotnet",
            [
                "publish",
                "functions/Host",
                "--no-build",
                "-c",
                built,
                "-o",
                _folder,
                "-nologo",
                "-v",
                "quiet",
                "-nodeReuse:false"
            ])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var publish = Process.Start(start)!;
        var output = publish.StandardOutput.ReadToEndAsync();
        var errors = publish.StandardError.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, await output + await errors);
        Files = [.. Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(_folder, file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}
