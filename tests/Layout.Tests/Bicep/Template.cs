using System.Text.Json;
using Kinerja.FirstSecrets;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>
/// infra/azure as the compiler sees it: compiled once, and deployed in thought twice (as it comes, and closed).
/// </summary>
public sealed class Template : IAsyncLifetime
{
    internal const string Reader = "00000000-0000-0000-0000-0000000000aa";

    internal static readonly string Main = Path.Combine(Repository.Root, "infra", "azure", "main.bicep");

    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-bicep-").FullName;

    /// <summary>A first deployment with the defaults of the template.</summary>
    public Deployment Open { get; private set; } = null!;

    /// <summary>The same with closed storage and vault, and a Service Bus that can be closed.</summary>
    public Deployment Closed { get; private set; } = null!;

    /// <summary>The compiled ARM template.</summary>
    public JsonElement Arm { get; private set; }

    internal BicepRun Build { get; private set; } = null!;

    internal BicepRun Lint { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (BicepCompiler.Absence is not null)
        {
            return;
        }

        var build = BicepCompiler.Run("build", "--stdout", Main);
        var lint = BicepCompiler.Run("lint", Main);
        Build = await build;
        Lint = await lint;
        var open = Predict("open");
        var closed = Predict("closed", "param closedNetwork = true", "param serviceBusSku = 'Premium'");
        Open = await open;
        Closed = await closed;
        Arm = JsonDocument.Parse(Build.Output).RootElement;
    }

    public Task DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    private async Task<Deployment> Predict(string name, params string[] more)
    {
        var secrets = VaultSecrets.Missing(_ => null);
        var file = Path.Combine(_folder, name + ".bicepparam");
        await File.WriteAllLinesAsync(file,
        [
            $"using '{Path.GetRelativePath(_folder, Main).Replace('\\', '/')}'",
            "param environmentName = 'test'",
            "param authAudience = 'audience'",
            $"param principalId = '{Reader}'",
            $"param receiptsSigningKey = '{secrets[VaultSecrets.SigningKey]}'",
            $"param spotChecksSalt = '{secrets[VaultSecrets.Salt]}'",
            $"param nipLookupKey = '{secrets[VaultSecrets.NipLookupKey]}'",
            $"param sealKeys = '{secrets[VaultSecrets.SealKeys]}'",
            .. more,
        ]);
        var run = await BicepCompiler.Run(
            "snapshot", file, "--mode", "overwrite", "--location", "indonesiacentral",
            "--subscription-id", "00000000-0000-0000-0000-000000000001", "--tenant-id",
            "00000000-0000-0000-0000-000000000002");
        Assert.True(run.ExitCode == 0, run.Diagnostics);
        return new Deployment(await File.ReadAllTextAsync(Path.Combine(_folder, name + ".snapshot.json")));
    }
}

[CollectionDefinition(nameof(Template))]
public sealed class TemplateCollection : ICollectionFixture<Template>;
