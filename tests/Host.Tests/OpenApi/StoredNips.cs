using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Expects that no row of any table, the kept events among them, holds a NIP openly: in a key, a text or bytes.
/// </summary>
internal static class StoredNips
{
    /// <param name="cloud">All agencies in it.</param>
    /// <param name="registered">Numbers that were sent, which must stand nowhere however they are written.</param>
    internal static async Task CheckAsync(CloudFixture cloud, params string[] registered)
    {
        var account = cloud.Services.GetRequiredService<TableServiceClient>();
        var (rows, events) = (0, 0);
        foreach (var table in TableNames.All)
        {
            await foreach (var row in account.GetTableClient(table).QueryAsync<TableEntity>(
                "", null, null, CancellationToken.None))
            {
                Assert.All(row, column => Assert.False(
                    ShowsNip(TextOf(column.Value), registered), $"{table} {column.Key} shows a NIP"));
                rows++;
                events += table == TableNames.Events ? 1 : 0;
            }
        }

        Assert.True(rows > 100 && events > 0, "There is nothing to look at.");
    }

    private static bool ShowsNip(string text, string[] registered) =>
        NipText.StandsIn(text) || registered.Any(nip => text.Contains(nip, StringComparison.Ordinal));

    private static string TextOf(object? column) => column switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        long number => number.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => "",
    };
}
