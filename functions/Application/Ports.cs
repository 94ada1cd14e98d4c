using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence;
using Kinerja.Domain.Ranking;
using NodaTime;

namespace Kinerja.Application;

/// <summary>A stored document with the tag that its next write must bring.</summary>
public sealed record Tagged<T>(T Value, string Tag);

public interface ICheckIns
{
    /// <summary>
    /// Stores a check-in once: null when it is new, else the stored one that has the person's id for it or, under another
    /// id, tells of the same fact (person, kind, moment of capture). Days and months make no difference.
    /// </summary>
    Task<CheckIn?> AddOrFindAsync(CheckIn checkIn, CancellationToken cancel);

    /// <summary>What a client called this, whenever that was.</summary>
    Task<CheckIn?> FindAsync(AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    IAsyncEnumerable<CheckIn> ListAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    Task<IReadOnlyList<CheckIn>> ListAsync(AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);
}

public interface IAttendanceMonths
{
    /// <summary>
    /// Writes folded months over what was read before the fold; a month without a tag was not there. Throws when somebody else
    /// wrote one of them meanwhile: he may know more, so the fold is to be done again.
    /// </summary>
    Task PutAsync(MonthBucket bucket, IReadOnlyCollection<(AttendanceMonth Month, string? Tag)> months, CancellationToken cancel);

    Task<AttendanceMonth?> FindAsync(AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel);

    IAsyncEnumerable<Tagged<AttendanceMonth>> ListAsync(MonthBucket bucket, CancellationToken cancel);
}

public interface IRatings
{
    Task<Tagged<Rating>?> FindAsync(AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);

    /// <summary>Every version, voided ones too, oldest first; ratings from before versions were kept have their last one only.</summary>
    Task<IReadOnlyList<Rating>> ListVersionsAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel);

    /// <summary>Writes the first version (tag null) or the next one; false when somebody else wrote meanwhile.</summary>
    Task<bool> PutAsync(AgencyId agency, Rating rating, string? tag, CancellationToken cancel);

    /// <summary>The ratings that stand: voided ones are left out.</summary>
    IAsyncEnumerable<Rating> ListAsync(AgencyId agency, AppraisalPeriod period, HashRange range, CancellationToken cancel);

    Task PutAsync(AgencyId agency, UnitPerformance performance, CancellationToken cancel);

    IAsyncEnumerable<UnitPerformance> ListUnitsAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);
}

public interface IRuns
{
    /// <summary>The newest revision.</summary>
    Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    Task<Tagged<EvaluationRun>?> FindAsync(AgencyId agency, AppraisalPeriod period, int revision, CancellationToken cancel);

    /// <summary>Every revision, the first one first.</summary>
    IAsyncEnumerable<EvaluationRun> ListAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel);

    /// <summary>False when that revision is there already.</summary>
    Task<bool> AddAsync(EvaluationRun run, CancellationToken cancel);

    /// <summary>False when somebody else moved the run meanwhile.</summary>
    Task<bool> ReplaceAsync(EvaluationRun run, string tag, CancellationToken cancel);

    /// <summary>Marks a shard's step as done, with the hash of what it read; the first mark stays.</summary>
    Task MarkAsync(EvaluationRun run, RunState reached, int shard, string sha256, CancellationToken cancel);

    /// <summary>Shard → hash, of all shards that reached that state.</summary>
    Task<IReadOnlyDictionary<int, string>> MarksAsync(EvaluationRun run, RunState reached, CancellationToken cancel);
}

public interface IRunResults
{
    /// <summary>
    /// Freezes inputs: the first writer of a person's wins. Whoever comes second fails, so that his step is repeated and
    /// reads what stands.
    /// </summary>
    Task FreezeInputsAsync(EvaluationRun run, IReadOnlyCollection<EvaluationInput> inputs, CancellationToken cancel);

    IAsyncEnumerable<EvaluationInput> ListInputsAsync(EvaluationRun run, HashRange range, CancellationToken cancel);

    Task<EvaluationInput?> FindInputAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);

    Task PutEvaluationsAsync(EvaluationRun run, IReadOnlyCollection<EmployeeEvaluation> evaluations, CancellationToken cancel);

    IAsyncEnumerable<EmployeeEvaluation> ListEvaluationsAsync(EvaluationRun run, HashRange range, CancellationToken cancel);

    Task<EmployeeEvaluation?> FindEvaluationAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel);
}

/// <summary>A page of a ranking as it is stored, published and hashed: the same bytes everywhere. Number 0 is the manifest.</summary>
public sealed record RankingPage(int Number, ReadOnlyMemory<byte> Json);

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

    /// <summary>Pages of people beside the ranking, from number 1: stored, read by who may, and never published.</summary>
    Task PutLeftOutAsync(EvaluationRun run, RankingPage page, CancellationToken cancel);

    Task<RankingPage?> FindLeftOutAsync(EvaluationRun run, int number, CancellationToken cancel);

    /// <summary>In the order of their numbers.</summary>
    IAsyncEnumerable<RankingPage> ListLeftOutAsync(EvaluationRun run, CancellationToken cancel);
}

/// <summary>Where a run's next steps are queued; the same step sent twice arrives twice, in no order.</summary>
public interface IRunQueue
{
    Task SendAsync(IReadOnlyCollection<RunStep> steps, CancellationToken cancel);
}

/// <summary>An event for other ministries (CloudEvents 1.0); its id comes from data, so a repeat is recognised.</summary>
public sealed record OutgoingEvent(
    string Id,
    string Type,
    AgencyId AgencyId,
    AppraisalPeriod Period,
    Instant Time,
    ReadOnlyMemory<byte> Json)
{
    /// <summary>The trace of the request or timer that caused the event, which it keeps however much later it is sent; null when there was none.</summary>
    public string? Traceparent { get; init; }

    /// <summary>Since when it has stood in the outbox, by the store's clock; null for one that is sent at once.</summary>
    public Instant? LeftAt { get; init; }
}

public interface IEvents
{
    Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel);
}
