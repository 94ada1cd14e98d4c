using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>Raters' reasons by agency and period: a revision of the run goes on with those that were written.</summary>
public sealed class TableRaterReasons(TableStore store) : IRaterReasons
{
    public Task<Tagged<RaterReason>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.RaterReasons, TableKeys.Period(agency, period), TableKeys.Person(rater),
            RaterReasonRows.Read, cancel);

    public Task<bool> PutAsync(AgencyId agency, RaterReason reason, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.RaterReasons, RaterReasonRows.Write(agency, reason), tag, cancel);

    public IAsyncEnumerable<RaterReason> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.RaterReasons, TableRange.Partition(TableKeys.Period(agency, period)),
            RaterReasonRows.Read, cancel);
}

internal static class RaterReasonRows
{
    internal static TableEntity Write(AgencyId agency, RaterReason reason)
    {
        var row = TableColumns.NewRow(TableKeys.Period(agency, reason.Period), TableKeys.Person(reason.RaterId));
        row.PutPeriod(reason.Period);
        row["RaterId"] = reason.RaterId.ToString();
        row["Text"] = reason.Text;
        row.PutInstant("WrittenAt", reason.WrittenAt);
        row["Version"] = reason.Version;
        row.PutActor(reason.Actor);
        return row;
    }

    internal static RaterReason Read(TableEntity row) => new(
        row.Period(),
        EmployeeId.Parse(row.Text("RaterId")).Value,
        row.Text("Text"),
        row.Instant("WrittenAt"),
        row.Int("Version"))
    {
        Actor = row.Actor(),
    };
}
