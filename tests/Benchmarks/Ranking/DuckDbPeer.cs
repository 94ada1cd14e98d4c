using System.Globalization;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>
/// DuckDB's window functions over the same people. It is no package of this repository: it runs where it was installed.
/// </summary>
internal sealed class DuckDbPeer : IAsyncDisposable
{
    public const string HowToInstall = "npm install --prefix .local/benchmarks @duckdb/node-api@1.5.6-r.1";

    private readonly NodePeer _node;

    private DuckDbPeer(NodePeer node) => _node = node;

    private static string Modules => Path.Combine(RepositoryFolder.State, "benchmarks", "node_modules");

    /// <summary>Null where it is not installed.</summary>
    public static DuckDbPeer? Start(string people, int threads) =>
        Directory.Exists(Path.Combine(Modules, "@duckdb", "node-api"))
            ? new(NodePeer.Start(
                Path.Combine("Ranking", "ranking-duckdb.mjs"), Modules, people,
                threads.ToString(CultureInfo.InvariantCulture)))
            : null;

    public async Task<RankingSample> MeasureAsync()
    {
        var answer = await _node.AskAsync("rank");
        var sum = new RankingSum(
            Whole("assessed"), Whole("places"), Whole("millionths"), Whole("inTopShare"), Whole("tiedAtCap"),
            Whole("breaches"));
        return new(answer.GetProperty("seconds").GetDouble(), double.NaN, double.NaN, sum);

        long Whole(string name) => long.Parse(answer.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();
}
