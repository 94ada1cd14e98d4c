using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Distribution;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Storage;

public sealed class TableRuns(TableStore store) : IRuns
{
    private const string CurrentRow = "run";

    public async Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        var row = await store.FindAsync(TableNames.Runs, TableKeys.Period(agency, period), CurrentRow, cancel);
        return row is null ? null : new(Read(row), row.ETag.ToString());
    }

    public Task<bool> AddAsync(EvaluationRun run, CancellationToken cancel) =>
        store.AddAsync(TableNames.Runs, Write(run), cancel);

    public Task<bool> ReplaceAsync(EvaluationRun run, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(TableNames.Runs, Write(run), tag, cancel);

    public Task MarkAsync(EvaluationRun run, RunState reached, int shard, string sha256, CancellationToken cancel)
    {
        var row = TableColumns.NewRow(TableKeys.Period(run.AgencyId, run.Period), TableKeys.Shard(run, reached, shard));
        row["Shard"] = shard;
        row["Sha256"] = sha256;
        return store.AddAsync(TableNames.Runs, row, cancel);
    }

    public async Task<IReadOnlyDictionary<int, string>> MarksAsync(EvaluationRun run, RunState reached, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(TableKeys.Period(run.AgencyId, run.Period), TableKeys.ShardPrefix(run, reached));
        return await store.ListAsync(TableNames.Runs, filter, null, cancel)
            .ToDictionaryAsync(row => row.Int("Shard"), row => row.Text("Sha256"), cancellationToken: cancel);
    }

    internal static TableEntity Write(EvaluationRun run)
    {
        var row = TableColumns.NewRow(TableKeys.Period(run.AgencyId, run.Period), CurrentRow);
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
        // A run of before there was such a policy reads the shipped one.
        DistributionPolicyVersion = row.GetString("DistributionPolicy") ?? DistributionPolicy.Default.Version,
    };
}
