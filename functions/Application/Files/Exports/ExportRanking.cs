using System.Runtime.CompilerServices;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Files.Exports;

/// <summary>
/// A ranking as a table, made of its stored pages: everybody who is ranked by place, then whoever is not assessed. As
/// the pages of who is left out, it says why, and stays inside the agency.
/// </summary>
public sealed class ExportRanking(ReadRun read, IRankings rankings)
{
    /// <summary>Of the revision that is asked for, else of the newest that is ranked.</summary>
    public async Task<Result<Sheet>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel) =>
        (await read.WithRankingAsync(agency, period, revision, cancel)).Then<Sheet>(
            run => Sheet.Of(ExportResults.NameOf(run, "ranking"), RankingColumns.All, ListAsync(run, cancel)));

    private async IAsyncEnumerable<RankingRow> ListAsync(
        EvaluationRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        var leftOut = await rankings.ListLeftOutAsync(run, cancel).SelectMany(LeftOutContract.Read).ToListAsync(cancel);
        var excluded = leftOut.Where(p => p.NotAssessed is null).ToDictionary(p => p.EmployeeId);
        await foreach (var page in rankings.ListPagesAsync(run, cancel))
        {
            foreach (var (line, released) in page.Number == 0 ? [] : RankingContract.ReadReleasedLines(page))
            {
                yield return new(run, line.EmployeeId, line, excluded.GetValueOrDefault(line.EmployeeId))
                {
                    Released = released,
                };
            }
        }

        foreach (var person in leftOut.Where(p => p.NotAssessed is not null))
        {
            yield return new(run, person.EmployeeId, null, person);
        }
    }
}

/// <summary>Ranked, or left out, or ranked and excluded from the reward.</summary>
internal sealed record RankingRow(
    EvaluationRun Run, EmployeeId EmployeeId, RankingLine? Line, LeftOutPerson? LeftOut)
{
    /// <summary>What the line says beside the result, as the agency's ranking policy lets it.</summary>
    public ReleasedLine Released { get; init; }
}
