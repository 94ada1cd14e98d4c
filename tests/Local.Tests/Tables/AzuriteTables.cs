using Azure.Data.Tables;
using Kinerja.Local.Processes;

namespace Kinerja.Local.Tests.Tables;

/// <summary>One Azurite for all table tests; each test takes a table of its own.</summary>
public sealed class AzuriteTables : IAsyncLifetime
{
    public const string Name = "Azurite tables";

    private readonly string _folder = Directory.CreateTempSubdirectory("kinerja-tables-").FullName;
    private Azurite? _azurite;
    private int _tables;

    public string ConnectionString => Running.ConnectionString;

    public TableServiceClient Client { get; private set; } = new("UseDevelopmentStorage=true");

    private Azurite Running => _azurite ?? throw new InvalidOperationException("Azurite is not running.");

    public async Task InitializeAsync()
    {
        await NodePackages.EnsureAsync();
        _azurite = await Azurite.StartAsync(_folder);
        Client = new TableServiceClient(ConnectionString);
    }

    public async Task DisposeAsync()
    {
        if (_azurite is not null)
            await _azurite.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public async Task<TableClient> NewTableAsync()
    {
        var name = $"Test{Interlocked.Increment(ref _tables)}";
        await Client.CreateTableIfNotExistsAsync(name);
        return Client.GetTableClient(name);
    }
}

[CollectionDefinition(AzuriteTables.Name)]
public sealed class AzuriteTablesDefinition : ICollectionFixture<AzuriteTables>;
