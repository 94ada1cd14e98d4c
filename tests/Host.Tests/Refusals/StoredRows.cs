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
        var rows = new List<string>();
        foreach (var table in TableNames.All)
        {
            await foreach (var row in account.GetTableClient(table).QueryAsync<TableEntity>(
                "", null, null, CancellationToken.None))
            {
                if (row.PartitionKey.Split('_').Append(row.RowKey).Contains(agency))
                {
                    rows.Add($"{table} {row.PartitionKey} {row.RowKey} {row.ETag}");
                }
            }
        }

        return rows;
    }
}
