using System.Text;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Local.Issuer;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.OpenApi;

/// <summary>
/// Expects that what came in over HTTP names the app that acted, and the person where a request named one.
/// </summary>
internal static class StoredActors
{
    /// <summary>The tables, and the column with the person who acted; null where no request names one.</summary>
    private static readonly (string Table, string? Person)[] Written =
    [
        (TableNames.Agencies, null), (TableNames.Units, null), (TableNames.Posts, null), (TableNames.Employees, null),
        (TableNames.PersonNames, null), (TableNames.Identities, null), (TableNames.Secondments, null),
        (TableNames.NipResolutions, null), (TableNames.DailyEntries, "EmployeeId"),
        (TableNames.Moves, null), (TableNames.Delegations, "GrantedById"), (TableNames.Policies, null),
        (TableNames.Geofences, null), (TableNames.Entitlements, null),
        (TableNames.Surveys, null), (TableNames.SurveyResponses, null),
        (TableNames.CheckIns, null), (TableNames.PresenceProofs, null), (TableNames.Leave, null),
        (TableNames.Outages, null), (TableNames.Corrections, null), (TableNames.ShiftSwaps, null),
        (TableNames.Reviews, null),
        (TableNames.Rulings, null), (TableNames.PayrollMonths, "ClosedById"),
        (TableNames.Feedback, "GiverId"), (TableNames.Dialogues, "WrittenById"), (TableNames.WorkPlans, "WrittenBy"),
        (TableNames.CoachingSessions, "CoachId"),
        (TableNames.TeamAssignments, null), (TableNames.Ratings, "RaterId"), (TableNames.UnitPerformance, "SetById"),
        (TableNames.RaterReasons, "RaterId"), (TableNames.Runs, null), (TableNames.Objections, "EmployeeId"),
        (TableNames.Imports, null),
        (TableNames.ResultReceipts, null), (TableNames.RegisterPulls, null),
        (TableNames.Proposals, null), (TableNames.GrantLists, "ProposedBy"),
    ];

    private static readonly Dictionary<string, string> WithoutActor = new()
    {
        [TableNames.FlexibleDays] = "The example's day is taken back; its pinned row names the app.",
        [TableNames.Webhooks] = "The example's address is taken back; its pinned row names the app.",
        [TableNames.SiasnResults] = "The example's account is taken back; its pinned row names the app.",
        [TableNames.RegisterChanges] = "Found by the service; the pull names who agreed to them.",
        [TableNames.Inboxes] = "The service tells; what was seen is a mark of the person whose inbox it is.",
        [TableNames.PayrollStatements] = "Made by the close of their month, which names the app.",
        [TableNames.ImportPages] = "Rows of a file; its import names the app.",
        [TableNames.RunInputs] = "Copies of what was frozen; a rating in them names its own app.",
        [TableNames.SharedNips] = "Noted by the service.",
        [TableNames.AttendanceMonths] = "Folded by the service.",
        [TableNames.DirtyMonths] = "Marks of the service.",
        [TableNames.DayCloses] = "Marks of the service.",
        [TableNames.BucketPlans] = "A number that the service fixes.",
        [TableNames.Evaluations] = "Made by a run.",
        [TableNames.Rankings] = "Made by a run.",
        [TableNames.ResultSummaries] = "Counted by the service.",
        [TableNames.SurveyCounts] = "Counted by the service.",
        [TableNames.Events] = "Copies of what was told.",
        [TableNames.Operations] = "Measured by the service.",
    };

    internal static async Task CheckAsync(CloudFixture cloud, string agency)
    {
        Assert.Equal(
            TableNames.All.Order(), Written.Select(w => w.Table).Concat(WithoutActor.Keys).Order());
        var account = cloud.Services.GetRequiredService<TableServiceClient>();
        foreach (var (table, person) in Written)
        {
            var rows = await account.GetTableClient(table).QueryAsync<TableEntity>(
                $"(PartitionKey ge '{agency}' and PartitionKey lt '{agency}`') or RowKey eq '{agency}'",
                null, null, CancellationToken.None)
                .Where(row => row.PartitionKey.Split('_')[0] == agency || row.RowKey == agency).ToListAsync();

            Assert.True(rows.Exists(row => row.Any(column => NamesTheApp(column.Value))), $"{table} names no app");
            Assert.All(rows.Where(row => row.ContainsKey("ActorClient")), row =>
            {
                Assert.Equal((agency, "appWord"), (row.GetString("ActorAgency"), row.GetString("ActorProof")));
                Assert.True(
                    person is null || row.GetString(person) is null
                        || row.GetString(person) == row.GetString("ActorPerson"),
                    table);
                Assert.False(table == TableNames.SurveyResponses && row.ContainsKey("ActorPerson"), table);
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
