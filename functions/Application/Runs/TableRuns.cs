using Azure.Data.Tables;
using Kinerja.Application.Evaluation;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

public sealed class TableRuns(TableStore store) : IRuns
{
    public Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        RowsAsync(agency, period, cancel).Select(Tag).LastOrDefaultAsync(cancel).AsTask();

    public async Task<Tagged<EvaluationRun>?> FindAsync(
        AgencyId agency,
        AppraisalPeriod period,
        int revision,
        CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.Runs, TableKeys.Period(agency, period), TableKeys.RunRow(revision), cancel) is { } row
            ? Tag(row)
            : null;

    public IAsyncEnumerable<EvaluationRun> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        RowsAsync(agency, period, cancel).Select(Read);

    public IAsyncEnumerable<EvaluationRun> ListAsync(AgencyId agency, CancellationToken cancel) => store.ListAsync(
        TableNames.Runs,
        TableRange.RowsOfPartitions($"{agency}_", TableKeys.RunRow(1), TableKeys.RunRowsEnd), Read, cancel);

    public Task<bool> AddAsync(EvaluationRun run, CancellationToken cancel) =>
        store.AddAsync(TableNames.Runs, Write(run), cancel);

    public Task<bool> ReplaceAsync(EvaluationRun run, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(TableNames.Runs, Write(run), tag, cancel);

    public Task MarkAsync(EvaluationRun run, RunState reached, int shard, string sha256, CancellationToken cancel) =>
        store.AddAsync(TableNames.Runs, WriteMark(run, reached, shard, sha256), cancel);

    public async Task<bool> IsMarkedAsync(
        EvaluationRun run, RunState reached, int shard, CancellationToken cancel) =>
        await store.FindAsync(
            TableNames.Runs, TableKeys.Period(run.AgencyId, run.Period), TableKeys.Shard(run, reached, shard), cancel)
            is not null;

    public async Task<IReadOnlyDictionary<int, string>> MarksAsync(
        EvaluationRun run, RunState reached, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(run.AgencyId, run.Period), TableKeys.ShardPrefix(run, reached));
        return await store.ListAsync(TableNames.Runs, filter, ReadMark, cancel)
            .ToDictionaryAsync(mark => mark.Shard, mark => mark.Sha256, cancellationToken: cancel);
    }

    internal static TableEntity WriteMark(EvaluationRun run, RunState reached, int shard, string sha256)
    {
        var row = TableColumns.NewRow(TableKeys.Period(run.AgencyId, run.Period), TableKeys.Shard(run, reached, shard));
        row["Shard"] = shard;
        row["Sha256"] = sha256;
        return row;
    }

    internal static (int Shard, string Sha256) ReadMark(TableEntity row) => (row.Int("Shard"), row.Text("Sha256"));

    internal static TableEntity Write(EvaluationRun run)
    {
        var row = TableColumns.NewRow(TableKeys.Period(run.AgencyId, run.Period), TableKeys.RunRow(run.Revision));
        row["AgencyId"] = run.AgencyId.ToString();
        row.PutPeriod(run.Period);
        row["Revision"] = run.Revision;
        row.PutEnum<RunState>("State", run.State);
        row["Shards"] = run.Shards;
        row["Attempt"] = run.Attempt;
        row.PutInstant("PlannedAt", run.PlannedAt);
        row.PutInstant("ProgressAt", run.ProgressAt);
        row["EvaluationPolicy"] = run.EvaluationPolicyVersion;
        row["RankingPolicy"] = run.RankingPolicyVersion;
        row["DistributionPolicy"] = run.DistributionPolicyVersion;
        row["ObjectionPolicy"] = run.ObjectionPolicyVersion;
        row["LineSecret"] = run.LineSecret;
        row.PutText("UnsentBy", run.UnsentBy);
        row.PutActor(run.Actor, "Started");
        if (run.PublishedAt is { } published)
        {
            row.PutInstant("PublishedAt", published);
        }

        row.PutText("DeemedOn", StoredValues.TextOrNull(run.DeemedOn));
        row.PutText("ObjectionsUntil", StoredValues.TextOrNull(run.ObjectionsUntil));
        row.PutYears("UncoveredYears", run.UncoveredYears);
        if (run.FinalAt is { } final)
        {
            row.PutInstant("FinalAt", final);
        }

        if (run.FinalSince is { } since)
        {
            row.PutInstant("FinalSince", since);
        }

        row.PutText("Reopenings", run.Reopenings.Count > 0 ? StoredReopening.Write(run.Reopenings) : null);
        if (run.Correction is { } correction)
        {
            row["Cause"] = correction.Cause.ToString();
            RatingRows.Put(row, correction.Rating);
        }

        return row;
    }

    internal static EvaluationRun Read(TableEntity row) => new(
        AgencyId.Parse(row.Text("AgencyId")).Value,
        row.Period(),
        row.Int("Revision"),
        row.Enum<RunState>("State"),
        row.Int("Shards"),
        row.Int("Attempt"),
        row.Instant("PlannedAt"),
        row.Instant("ProgressAt"),
        row.Text("EvaluationPolicy"),
        row.Text("RankingPolicy"))
    {
        ObjectionPolicyVersion = row.Text("ObjectionPolicy"),
        DistributionPolicyVersion = row.Text("DistributionPolicy"),
        LineSecret = row.GetString("LineSecret") ?? "",
        UnsentBy = row.GetString("UnsentBy"),
        Actor = row.Actor("Started"),
        PublishedAt = row.GetInt64("PublishedAt") is { } ticks ? NodaTime.Instant.FromUnixTimeTicks(ticks) : null,
        DeemedOn = StoredValues.DayOrNull(row.GetString("DeemedOn")),
        ObjectionsUntil = StoredValues.DayOrNull(row.GetString("ObjectionsUntil")),
        UncoveredYears = row.Years("UncoveredYears"),
        FinalAt = row.GetInt64("FinalAt") is { } final ? NodaTime.Instant.FromUnixTimeTicks(final) : null,
        FinalSince = row.GetInt64("FinalSince") is { } since ? NodaTime.Instant.FromUnixTimeTicks(since) : null,
        Reopenings = row.GetString("Reopenings") is { } reopenings ? StoredReopening.Read(reopenings) : [],
        Correction = row.GetString("Cause") is { } cause
            ? new RatingCorrection(ClientId.Parse(cause).Value, RatingRows.Read(row))
            : null,
    };

    private static Tagged<EvaluationRun> Tag(TableEntity row) => new(Read(row), row.ETag.ToString());

    private IAsyncEnumerable<TableEntity> RowsAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var filter = TableRange.Between(TableKeys.Period(agency, period), TableKeys.RunRow(1), TableKeys.RunRowsEnd);
        return store.ListAsync(TableNames.Runs, filter, null, cancel);
    }
}
