using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A page of a ranking as it is stored, published and hashed: the same bytes everywhere. Number 0 is the manifest.
/// </summary>
public record RankingPage(int Number, ReadOnlyMemory<byte> Json);

public interface IRankings
{
    /// <summary>All of a ranking's lines, in its order.</summary>
    Task PutPlacesAsync(EvaluationRun run, IReadOnlyList<RankingLine> lines, CancellationToken cancel);

    Task<RankingLine?> FindPlaceAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);

    /// <summary>Which line of the ranking is the person's, from 0; null for whoever is not in it.</summary>
    Task<int?> FindIndexAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);

    Task PutPageAsync(EvaluationRun run, RankingPage page, CancellationToken cancel);

    Task<RankingPage?> FindPageAsync(EvaluationRun run, int number, CancellationToken cancel);

    IAsyncEnumerable<RankingPage> ListPagesAsync(EvaluationRun run, CancellationToken cancel);

    /// <summary>
    /// Pages of people beside the ranking, from number 1: stored, read by who may, and never published.
    /// </summary>
    Task PutLeftOutAsync(EvaluationRun run, RankingPage page, CancellationToken cancel);

    Task<RankingPage?> FindLeftOutAsync(EvaluationRun run, int number, CancellationToken cancel);

    /// <summary>In the order of their numbers.</summary>
    IAsyncEnumerable<RankingPage> ListLeftOutAsync(EvaluationRun run, CancellationToken cancel);
}

public interface IRaterReasons
{
    Task<Tagged<RaterReason>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel);

    /// <summary>
    /// Writes the first version (tag null) or the next one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, RaterReason reason, string? tag, CancellationToken cancel);

    IAsyncEnumerable<RaterReason> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}
