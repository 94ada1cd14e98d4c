using System.Globalization;
using Kinerja.Benchmarks.Harness;
using Kinerja.Local.Processes;

namespace Kinerja.Benchmarks.Ranking;

/// <summary>DuckDB's window functions over the same people. It is no package of this repository: it runs where it was installed.</summary>
internal sealed class DuckDbPeer : IAsyncDisposable
{
    public const string HowToInstall = "npm install --prefix .local/benchmarks @duckdb/node-api@1.5.6-r.1";

    private readonly NodePeer _node;

    private DuckDbPeer(NodePeer node) => _node = node;

    private static string Modules => Path.Combine(RepositoryFolder.State, "benchmarks", "node_modules");

    /// <summary>Null where it is not installed.</summary>
    public static async Task<DuckDbPeer?> StartAsync(SyntheticAgencies agencies, string folder, int threads)
    {
        if (!Directory.Exists(Path.Combine(Modules, "@duckdb", "node-api")))
        {
            return null;
        }

        var file = Path.Combine(folder, "people.csv");
        await WriteAsync(agencies, file);
        var peer = new DuckDbPeer(NodePeer.Start(
            Path.Combine("Ranking", "ranking-duckdb.mjs"), Modules, file, threads.ToString(CultureInfo.InvariantCulture)));
        return peer;
    }

    public async Task<RankingSample> MeasureAsync()
    {
        var answer = await _node.AskAsync("rank");
        var sum = new RankingSum(Whole("assessed"), Whole("places"), Whole("inTopShare"), Whole("tiedAtCap"));
        return new(answer.GetProperty("seconds").GetDouble(), double.NaN, sum);

        long Whole(string name) => long.Parse(answer.GetProperty(name).GetString()!, CultureInfo.InvariantCulture);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private static async Task WriteAsync(SyntheticAgencies agencies, string file)
    {
        await using var csv = new StreamWriter(file);
        await csv.WriteLineAsync("agency,person,rated,result,behaviour,skp,behaviour_score");
        var number = 0;
        for (var agency = 0; agency < agencies.People.Count; agency++)
        {
            foreach (var p in agencies.People[agency])
            {
                await csv.WriteLineAsync(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{agency},{number++},{(p.Rated ? 1 : 0)},{p.Result},{p.Behaviour},{p.Skp},{p.BehaviourScore}"));
            }
        }
    }
}
