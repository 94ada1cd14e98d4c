using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>
/// What all tables hold of one agency: every row by key and tag, so that a write of any kind shows. Left out is what
/// goes on by itself: the source of a register, where its first reading writes its end, and the shards of a sending to
/// SIASN, which is tried again and again where nobody answers.
/// </summary>
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
        string[] moving = [$"{TableNames.RegisterPulls} {agency} source ", $"{TableNames.SiasnResults} {agency}_"];
        return
        [
            .. tables.SelectMany(rows => rows)
                .Where(row => !moving.Any(one => row.StartsWith(one, StringComparison.Ordinal))),
        ];
    }

    /// <summary>Waits until what was begun in queues has written its last row; ten seconds at most.</summary>
    internal static async Task SettleAsync(CloudFixture cloud, string agency)
    {
        IReadOnlyList<string> before = [], now = await OfAsync(cloud, agency);
        for (var turn = 0; turn < 10 && !before.SequenceEqual(now); turn++)
        {
            await Task.Delay(TimeSpan.FromSeconds(1));
            (before, now) = (now, await OfAsync(cloud, agency));
        }
    }
}
