using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Application;

/// <summary>A run and how many of its shards have done the two sharded steps.</summary>
public sealed record RunProgress(EvaluationRun Run, int Gathered, int Evaluated);

/// <summary>One person's evaluation with what it was made from and, once ranked, the place.</summary>
public sealed record ExplainedEvaluation(
    EvaluationRun Run,
    EvaluationPolicy Policy,
    EvaluationInput Input,
    EmployeeEvaluation Evaluation,
    RankingLine? Place);

/// <summary>What can be seen of a run: its progress, one person's evaluation, its ranking page by page.</summary>
public sealed class ReadRun(IRuns runs, IRunResults results, IRankings rankings, RunPolicies policies)
{
    public async Task<Result<RunProgress>> FindAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } found)
        {
            return Unknown.Run(period);
        }

        var gathered = await runs.MarksAsync(found.Value, RunState.Gathered, cancel);
        var evaluated = await runs.MarksAsync(found.Value, RunState.Evaluated, cancel);
        return new RunProgress(found.Value, gathered.Count, evaluated.Count);
    }

    public async Task<Result<ExplainedEvaluation>> ExplainAsync(
        AgencyId agency,
        AppraisalPeriod period,
        EmployeeId employee,
        CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } found)
        {
            return Unknown.Run(period);
        }

        var input = await results.FindInputAsync(found.Value, employee, cancel);
        var evaluation = await results.FindEvaluationAsync(found.Value, employee, cancel);
        if (input is null || evaluation is null)
        {
            return Unknown.Evaluation(employee, period);
        }

        var place = await rankings.FindPlaceAsync(found.Value, employee, cancel);
        var policy = await policies.EvaluationAsync(found.Value, cancel);
        return new ExplainedEvaluation(found.Value, policy, input, evaluation, place);
    }

    /// <summary>Page 0 is the manifest; pages of lines count from 1.</summary>
    public Task<Result<RankingPage>> PageAsync(AgencyId agency, AppraisalPeriod period, int number, CancellationToken cancel) =>
        RankedAsync(agency, period, run => rankings.FindPageAsync(run, number, cancel), cancel);

    /// <summary>Who is not assessed and who is excluded from the reward, with the reasons; pages count from 1.</summary>
    public Task<Result<RankingPage>> LeftOutAsync(AgencyId agency, AppraisalPeriod period, int number, CancellationToken cancel) =>
        RankedAsync(agency, period, run => rankings.FindLeftOutAsync(run, number, cancel), cancel);

    private async Task<Result<RankingPage>> RankedAsync(
        AgencyId agency,
        AppraisalPeriod period,
        Func<EvaluationRun, Task<RankingPage?>> find,
        CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } found)
        {
            return Unknown.Run(period);
        }

        if (found.Value.State is not (RunState.Ranked or RunState.Published))
        {
            return new Refusal(RefusalKind.Conflict, RefusalCodes.RankingNotReady, $"The run of {period} has not ranked yet.");
        }

        return await find(found.Value) is { } page ? page : Refusal.Malformed("/cursor", "There is no such page.");
    }
}
