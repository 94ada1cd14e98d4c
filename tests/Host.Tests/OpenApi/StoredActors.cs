using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Local.Issuer;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Expects that what people decided or wrote names the app that acted, and the person where a request named one.
/// </summary>
internal static class StoredActors
{
    /// <summary>The tables, and the column with the person who acted; null where no request names one.</summary>
    private static readonly (string Table, string? Person)[] Decided =
    [
        (TableNames.Ratings, "RaterId"), (TableNames.UnitPerformance, "SetById"), (TableNames.Objections, "EmployeeId"),
        (TableNames.Corrections, null), (TableNames.Reviews, null), (TableNames.GrantLists, "ProposedBy"),
        (TableNames.Entitlements, null), (TableNames.Policies, null), (TableNames.Geofences, null),
        (TableNames.Delegations, "GrantedById"), (TableNames.PayrollMonths, "ClosedById"),
    ];

    internal static async Task CheckAsync(CloudFixture cloud, string agency)
    {
        var account = cloud.Services.GetRequiredService<TableServiceClient>();
        foreach (var (table, person) in Decided)
        {
            var rows = await account.GetTableClient(table).QueryAsync<TableEntity>(
                $"PartitionKey ge '{agency}' and PartitionKey lt '{agency}`'", null, null, CancellationToken.None)
                .Where(row => row.PartitionKey.Split('_')[0] == agency).ToListAsync();

            Assert.True(rows.Exists(row => row.Any(column => NamesTheApp(column.Value))), $"{table} names no app");
            Assert.All(rows.Where(row => row.ContainsKey("ActorClient")), row =>
            {
                Assert.Equal((agency, "appWord"), (row.GetString("ActorAgency"), row.GetString("ActorProof")));
                Assert.True(
                    person is null || row.GetString(person) is null
                        || row.GetString(person) == row.GetString("ActorPerson"),
                    table);
            });
        }
    }

    private static bool NamesTheApp(object? column) => (column switch
    {
        string text => text,
        byte[] bytes => Encoding.UTF8.GetString(bytes),
        _ => "",
    }).Contains(DevelopmentIssuer.Client, StringComparison.Ordinal);
}
