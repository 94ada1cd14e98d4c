using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Surveys;

/// <summary>A questionnaire's counts in one partition: a row per closing and agency.</summary>
public sealed class TableSurveyCounts(TableStore store) : ISurveyCounts
{
    private const string Table = TableNames.SurveyCounts;

    public Task<Tagged<AgencyCount>?> FindAsync(AskedAgency asked, int closing, CancellationToken cancel) =>
        store.FindAsync(
            Table, CountRows.Partition(asked.Owner, asked.Survey), CountRows.Key(closing, asked.Agency),
            CountRows.Read, cancel);

    public IAsyncEnumerable<AgencyCount> ListAsync(DocumentOwner owner, SurveyId survey, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Partition(CountRows.Partition(owner, survey)), CountRows.Read, cancel);

    public Task<bool> PutAsync(AgencyCount count, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(Table, CountRows.Write(count), tag, cancel);
}

internal static class CountRows
{
    internal static string Partition(DocumentOwner owner, SurveyId survey) => $"{TableKeys.Owner(owner)}_{survey}";

    internal static string Key(int closing, AgencyId agency) =>
        string.Create(CultureInfo.InvariantCulture, $"{closing:D4}_{agency}");

    internal static TableEntity Write(AgencyCount count)
    {
        var (owner, survey, agency) = count.Asked;
        var row = TableColumns.NewRow(Partition(owner, survey), Key(count.Closing, agency));
        row["SurveyId"] = survey.ToString();
        row["AgencyId"] = agency.ToString();
        row["Closing"] = count.Closing;
        row.PutText("After", count.After);
        row["Done"] = count.IsDone;
        row.PutChunks("Counts", StoredCell.Write(count.Counts));
        return row;
    }

    internal static AgencyCount Read(TableEntity row)
    {
        var agency = AgencyId.Parse(row.Text("AgencyId")).Value;
        var owner = row.PartitionKey.StartsWith(TableKeys.National, StringComparison.Ordinal)
            ? DocumentOwner.Nation
            : new DocumentOwner(agency);
        return new(
            new(owner, SurveyId.Parse(row.Text("SurveyId")).Value, agency),
            row.Int("Closing"),
            StoredCell.Read(row.GetChunks("Counts")),
            row.GetString("After"),
            row.GetBoolean("Done")!.Value);
    }
}
