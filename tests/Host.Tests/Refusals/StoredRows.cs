using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>What all tables hold of one agency: every row by key and tag, so that a write of any kind shows.</summary>
internal static class StoredRows
{
    internal static async Task<IReadOnlyList<string>> OfAsync(CloudFixture cloud, string agency)
    {
        var account = cloud.Services.GetRequiredService<TableServiceClient>();

        // Keys begin with the agency, or end with it where rows are found by NIP: the store picks them out, since it
        // holds what all other tests wrote.
        var filter = $"PartitionKey eq '{agency}' or (PartitionKey ge '{agency}_' and PartitionKey lt '{agency}`')"
            + $" or RowKey eq '{agency}'";
        var tables = await Task.WhenAll(TableNames.All.Select(async table => await account.GetTableClient(table)
            .QueryAsync<TableEntity>(filter, null, null, CancellationToken.None)
            .Where(row => row.PartitionKey.Split('_').Append(row.RowKey).Contains(agency))
            .Select(row => $"{table} {row.PartitionKey} {row.RowKey} {row.ETag}").ToListAsync()));
        return [.. tables.SelectMany(rows => rows)];
    }
}
