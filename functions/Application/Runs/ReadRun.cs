using System.Globalization;
using Kinerja.Application.Objections;
using Kinerja.Application.Ranking;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>A run and how many of its shards have done the two sharded steps.</summary>
public sealed record RunProgress(EvaluationRun Run, int Gathered, int Evaluated);

/// <summary>One person's evaluation with what it was made from and, once ranked, the place.</summary>
public sealed record ExplainedEvaluation(
    EvaluationRun Run,
    EvaluationPolicy Policy,
    EvaluationInput Input,
    EmployeeEvaluation Evaluation,
    RankingLine? Place)
{
    public required RankingPolicy RankingPolicy { get; init; }

    /// <summary>Of the cut in which the place stands; null until the run has ranked.</summary>
    public RankingFigures? Figures { get; init; }

    /// <summary>How the result reached the person; null before publication.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>
    /// Until when the person may object; null before publication, once the result is final, and after the decision on
    /// the own objection, which is final (PP 30/2019 art. 59).
    /// </summary>
    public LocalDate? ObjectionsUntil =>
        Run.State == RunState.Published && Input.Rating?.ObjectionId is null ? Delivery?.Until : null;

    /// <summary>What the revision before came to for the same person; null of a first one.</summary>
    public ReplacedOutcome? Replaced { get; init; }

    /// <summary>
    /// What the person's quarters of a year came to, or the months of a quarter that the agency evaluated, in order.
    /// They stand beside the period and never make it.
    /// </summary>
    public IReadOnlyList<PartOutcome> Parts { get; init; } = [];
}

/// <summary>A person's outcome in the revision that this one replaces.</summary>
public sealed record ReplacedOutcome(EmployeeEvaluation Evaluation, RankingLine? Place);

/// <summary>
/// A quarter as it stands beside the year, or a month beside the quarter; without a run or an evaluation there is
/// nothing but its name.
/// </summary>
public sealed record PartOutcome(
    AppraisalPeriod Period, EvaluationRun? Run, EmployeeEvaluation? Evaluation, RankingLine? Place);

/// <summary>What can be seen of a run: its progress, one person's evaluation, its ranking page by page.</summary>
public sealed class ReadRun(
    AgencyDirectory register, IRuns runs, IRunResults results, IRankings rankings, PinnedPolicies policies,
    ReadObjectionTerm term)
{
    /// <summary>Every revision of every period, the one planned last first.</summary>
    public async Task<Result<ListPage<EvaluationRun>>> ListAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        var all = await runs.ListAsync(agency, cancel).ToListAsync(cancel);
        return all.After(after, most, run => string.Create(
            CultureInfo.InvariantCulture,
            $"{long.MaxValue - run.PlannedAt.ToUnixTimeTicks():D19}_{run.Period}_{run.RevisionName}").ToLowerInvariant());
    }

    /// <summary>Without a revision the newest one, however far it is.</summary>
    public async Task<Result<RunProgress>> FindAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        var found = revision is { } asked
            ? await runs.FindAsync(agency, period, asked, cancel)
            : await runs.FindAsync(agency, period, cancel);
        if (found is null)
        {
            return revision is { } missing && await runs.FindAsync(agency, period, cancel) is not null
                ? NotFound.Revision(period, missing)
                : NotFound.Run(period);
        }

        var gathered = await runs.MarksAsync(found.Value, RunState.Gathered, cancel);
        var evaluated = await runs.MarksAsync(found.Value, RunState.Evaluated, cancel);
        return new RunProgress(found.Value, gathered.Count, evaluated.Count);
    }

    public async Task<Result<ExplainedEvaluation>> ExplainAsync(
        AgencyId agency,
        AppraisalPeriod period,
        int? revision,
        EmployeeId employee,
        CancellationToken cancel)
    {
        if (!(await ShownAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var input = await results.FindInputAsync(run, employee, cancel);
        var evaluation = await results.FindEvaluationAsync(run, employee, cancel);
        if (input is null || evaluation is null)
        {
            return NotFound.Evaluation(employee, period);
        }

        var place = await rankings.FindPlaceAsync(run, employee, cancel);
        var policy = await policies.EvaluationAsync(run, cancel);
        return new ExplainedEvaluation(run, policy, input, evaluation, place)
        {
            RankingPolicy = await policies.RankingAsync(run, cancel),
            Figures = run.IsRanked && await rankings.FindPageAsync(run, 0, cancel) is { } manifest
                ? RankingFigures.Read(manifest)
                : null,
            Delivery = run.PublishedAt is null ? null : await term.FindAsync(run, employee, cancel),
            Replaced = await ReplacedAsync(run, employee, cancel),
            Parts = await PartsAsync(agency, period, employee, cancel),
        };
    }

    private async Task<ReplacedOutcome?> ReplacedAsync(EvaluationRun run, EmployeeId employee, CancellationToken cancel)
    {
        var before = run with { Revision = run.Revision - 1 };
        return run.Revision > 1 && await results.FindEvaluationAsync(before, employee, cancel) is { } evaluation
            ? new(evaluation, await rankings.FindPlaceAsync(before, employee, cancel))
            : null;
    }

    /// <summary>Months without a run are left out: most agencies have none.</summary>
    private async Task<IReadOnlyList<PartOutcome>> PartsAsync(
        AgencyId agency,
        AppraisalPeriod whole,
        EmployeeId employee,
        CancellationToken cancel)
    {
        var parts = new List<PartOutcome>();
        foreach (var part in whole.Parts)
        {
            var shown = await ShownAsync(agency, part, null, cancel);
            if (shown.TryGet(out var run, out _) && run.HasBegun)
            {
                parts.Add(new(
                    part,
                    run,
                    await results.FindEvaluationAsync(run, employee, cancel),
                    await rankings.FindPlaceAsync(run, employee, cancel)));
            }
            else if (part.Kind != PeriodKind.Month)
            {
                parts.Add(new(part, null, null, null));
            }
        }

        return parts;
    }

    /// <summary>Page 0 is the manifest; pages of lines count from 1.</summary>
    public Task<Result<RankingPage>> PageAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, int number, CancellationToken cancel) =>
        FindAsync(agency, period, revision, run => rankings.FindPageAsync(run, number, cancel), cancel);

    /// <summary>
    /// Who is not assessed and who is excluded from the reward, with the reasons; pages count from 1.
    /// </summary>
    public Task<Result<RankingPage>> LeftOutAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, int number, CancellationToken cancel) =>
        FindAsync(agency, period, revision, run => rankings.FindLeftOutAsync(run, number, cancel), cancel);

    private async Task<Result<RankingPage>> FindAsync(
        AgencyId agency,
        AppraisalPeriod period,
        int? revision,
        Func<EvaluationRun, Task<RankingPage?>> find,
        CancellationToken cancel)
    {
        if (!(await WithRankingAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        return await find(run) is { } page ? page : Refusal.Malformed("/cursor", "There is no such page.");
    }

    /// <summary>The same for who reads its pages: a month may have none.</summary>
    internal async Task<Result<EvaluationRun>> WithRankingAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        var ranked = await RankedAsync(agency, period, revision, cancel);
        return ranked.TryGet(out var run, out _)
            && (await policies.RankingAsync(run, cancel)).WhyNotRanked(period) is { } never ? never : ranked;
    }

    /// <summary>The revision that is asked for, else the newest that has ranked, for who does it again.</summary>
    internal async Task<Result<EvaluationRun>> RankedAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        if (!(await ShownAsync(agency, period, revision, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        return run.IsRanked
            ? run
            : new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.RankingNotReady,
                $"Revision {run.Revision} of {period} has not ranked yet.");
    }

    /// <summary>
    /// The revision that is asked for, whatever replaced it. Without one the newest that is ranked: until the next one
    /// is, the one before holds. Else the newest.
    /// </summary>
    private async Task<Result<EvaluationRun>> ShownAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel)
    {
        if (revision is { } asked && await runs.FindAsync(agency, period, asked, cancel) is { } found)
        {
            return found.Value;
        }

        var revisions = await runs.ListAsync(agency, period, cancel).ToListAsync(cancel);
        return revisions.Count == 0 ? NotFound.Run(period)
            : revision is { } missing ? NotFound.Revision(period, missing)
            : revisions.FindLast(r => r.IsRanked) ?? revisions[^1];
    }
}
