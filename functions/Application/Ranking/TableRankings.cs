using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>A ranking's pages, byte for byte as published, and a row per person for who asks for one place.</summary>
public sealed class TableRankings(TableStore store) : IRankings
{
    private const string Index = "Index";

    public Task PutPlacesAsync(EvaluationRun run, IReadOnlyList<RankingLine> lines, CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.Rankings, lines.Select((line, index) => Write(TableKeys.Run(run), line, index)), cancel);

    public async Task<RankingLine?> FindPlaceAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Rankings, TableKeys.Run(run), PersonRow(employee), cancel) is { } row
            ? ReadLine(row)
            : null;

    public async Task<int?> FindIndexAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel) =>
        (await store.FindAsync(TableNames.Rankings, TableKeys.Run(run), PersonRow(employee), cancel))?.GetInt32(Index);

    public Task PutPageAsync(EvaluationRun run, RankingPage page, CancellationToken cancel) =>
        store.PutAsync(TableNames.Rankings, Write(TableKeys.Run(run), page), cancel);

    public async Task<RankingPage?> FindPageAsync(EvaluationRun run, int number, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Rankings, TableKeys.Run(run), TableKeys.Page(number), cancel) is { } row
            ? ReadPage(row)
            : null;

    public IAsyncEnumerable<RankingPage> ListPagesAsync(EvaluationRun run, CancellationToken cancel) =>
        store.ListAsync(TableNames.Rankings, TableRange.Prefix(TableKeys.Run(run), "page_"), ReadPage, cancel);

    public Task PutLeftOutAsync(EvaluationRun run, RankingPage page, CancellationToken cancel) =>
        store.PutAsync(TableNames.Rankings, WriteLeftOut(TableKeys.Run(run), page), cancel);

    public async Task<RankingPage?> FindLeftOutAsync(EvaluationRun run, int number, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Rankings, TableKeys.Run(run), TableKeys.LeftOut(number), cancel) is { } row
            ? ReadPage(row)
            : null;

    public IAsyncEnumerable<RankingPage> ListLeftOutAsync(EvaluationRun run, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Rankings,
            TableRange.Prefix(TableKeys.Run(run), TableKeys.LeftOutPrefix), ReadPage, cancel);

    internal static TableEntity Write(string partition, RankingLine line, int index)
    {
        var row = TableColumns.NewRow(partition, PersonRow(line.EmployeeId));
        row[Index] = index;
        row["EmployeeId"] = line.EmployeeId.ToString();
        row["Place"] = line.Place;
        row["PercentRank"] = line.PercentRank;
        row.PutEnum<Predicate>("Predicate", line.Predicate);
        row["Score"] = line.Score.Hundredths;
        row["BehaviourScore"] = line.BehaviourScore.Hundredths;
        row.PutEnum<TopShare>("Top", line.Top);
        row.PutInt("UnitPlace", line.UnitPlace);
        return row;
    }

    internal static RankingLine ReadLine(TableEntity row) => new(
        row.Int("Place"),
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.Enum<Predicate>("Predicate"),
        Score.FromHundredths(row.Int("Score")),
        Score.FromHundredths(row.Int("BehaviourScore")),
        row.Enum<TopShare>("Top"),
        row.GetDouble("PercentRank")!.Value)
    {
        UnitPlace = row.GetInt32("UnitPlace"),
    };

    /// <summary>
    /// In chunks: a page of the longest lines takes two columns, the manifest of a very large agency more.
    /// </summary>
    internal static TableEntity Write(string partition, RankingPage page) =>
        WriteAs(TableKeys.Page(page.Number), partition, page);

    internal static TableEntity WriteLeftOut(string partition, RankingPage page) =>
        WriteAs(TableKeys.LeftOut(page.Number), partition, page);

    internal static RankingPage ReadPage(TableEntity row) => new(row.Int("Number"), row.GetChunks("Json"));

    private static TableEntity WriteAs(string name, string partition, RankingPage page)
    {
        var row = TableColumns.NewRow(partition, name);
        row["Number"] = page.Number;
        row.PutChunks("Json", page.Json.ToArray());
        return row;
    }

    private static string PersonRow(EmployeeId employee) => $"person_{employee}";
}
