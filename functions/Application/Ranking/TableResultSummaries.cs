using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application.Ranking;

public interface IResultSummaries
{
    /// <summary>Writes it, whatever stood there: what is frozen comes to the same numbers each time.</summary>
    Task PutAsync(ResultSummary summary, CancellationToken cancel);

    Task<ResultSummary?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}

/// <summary>A row per agency and period: that of the newest final revision.</summary>
public sealed class TableResultSummaries(TableStore store) : IResultSummaries
{
    public Task PutAsync(ResultSummary summary, CancellationToken cancel) =>
        store.PutAsync(TableNames.ResultSummaries, Write(summary), cancel);

    public async Task<ResultSummary?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await store.FindAsync(TableNames.ResultSummaries, agency.ToString(), period.ToString(), cancel) is { } row
            ? Read(row)
            : null;

    internal static TableEntity Write(ResultSummary summary)
    {
        var row = TableColumns.NewRow(summary.AgencyId.ToString(), summary.Period.ToString());
        row["AgencyId"] = summary.AgencyId.ToString();
        row.PutPeriod(summary.Period);
        row["Revision"] = summary.Revision;
        row["VeryPoor"] = summary.Counts.VeryPoor;
        row["Poor"] = summary.Counts.Poor;
        row["NeedsImprovement"] = summary.Counts.NeedsImprovement;
        row["Good"] = summary.Counts.Good;
        row["VeryGood"] = summary.Counts.VeryGood;
        row["NotAssessed"] = summary.NotAssessed;
        row["InTopShare"] = summary.InTopShare;
        row["Distribution"] = summary.Distribution.PolicyVersion;
        row["Judged"] = summary.Distribution.Judged;
        row["Breached"] = summary.Distribution.Breached;
        row["NotJudged"] = summary.Distribution.NotJudged;
        Put(row, "Present", summary.Present);
        Put(row, "Flexible", summary.Flexible);
        return row;
    }

    internal static ResultSummary Read(TableEntity row) => new(
        AgencyId.Parse(row.Text("AgencyId")).Value,
        row.Period(),
        row.Int("Revision"),
        new(row.Int("VeryPoor"), row.Int("Poor"), row.Int("NeedsImprovement"), row.Int("Good"), row.Int("VeryGood")),
        row.Int("NotAssessed"),
        row.Int("InTopShare"))
    {
        Distribution = new(row.Text("Distribution"), row.Int("Judged"), row.Int("Breached"), row.Int("NotJudged")),
        Present = Presence(row, "Present"),
        Flexible = Presence(row, "Flexible"),
    };

    private static void Put(TableEntity row, string name, PresenceCounts counts)
    {
        row[$"{name}People"] = counts.People;
        row[$"{name}Days"] = counts.Days;
        row[$"{name}OnTimeDays"] = counts.OnTimeDays;
    }

    private static PresenceCounts Presence(TableEntity row, string name) =>
        new(row.Int($"{name}People"), row.Int($"{name}Days"), row.Int($"{name}OnTimeDays"));
}
