using Kinerja.Application.Evaluation;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Ranking;

/// <summary>A run's calibration with what people need to read it: the units' names and the raters' reasons.</summary>
public sealed record CalibratedRun(
    EvaluationRun Run,
    EvaluationPolicy Evaluation,
    Calibration Calibration,
    IReadOnlyDictionary<UnitId, OrganisationUnit> Units,
    IReadOnlyDictionary<EmployeeId, RaterReason> Reasons)
{
    /// <summary>Raters who stand apart and have not said why.</summary>
    public IEnumerable<RaterStatistics> WithoutReason =>
        Calibration.Raters.Where(r => r.Standing == LeniencyStanding.Outlier && !Reasons.ContainsKey(r.RaterId));
}

/// <summary>
/// The calibration pack of a run that has evaluated: computed from the run's own frozen inputs and evaluations by the
/// policy that it named when it was planned, so that it says the same tomorrow. Only the employment kind and the units'
/// names are read from the register, as it has the period's last day.
/// </summary>
public sealed class ReadCalibration(
    PinnedPolicies policies, IWorkforce workforce, IRatings ratings, IRuns runs, IRunResults results,
    IRaterReasons reasons)
{
    public async Task<Result<CalibratedRun>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (!(await FindEvaluatedAsync(runs, agency, period, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var policy = await policies.DistributionAsync(run, cancel);
        var levels = await ratings.ListUnitsAsync(agency, period, cancel)
            .ToDictionaryAsync(u => u.UnitId, u => u.Level, cancellationToken: cancel);
        var units = await workforce.ListUnitsAsync(agency, cancel).ToDictionaryAsync(
            u => u.Id(), u => u.On(period.LastDay), cancellationToken: cancel);
        var written = await reasons.ListAsync(agency, period, cancel).ToDictionaryAsync(
            r => r.RaterId, cancellationToken: cancel);
        var people = await PeopleAsync(run, cancel);
        var evaluation = await policies.EvaluationAsync(run, cancel);
        return new CalibratedRun(run, evaluation, CalibrationRules.Of(people, levels, policy), units, written);
    }

    /// <summary>A run whose evaluations all stand.</summary>
    internal static async Task<Result<EvaluationRun>> FindEvaluatedAsync(
        IRuns runs, AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (await runs.FindAsync(agency, period, cancel) is not { } found)
        {
            return NotFound.Run(period);
        }

        return found.Value.State >= RunState.Evaluated
            ? found.Value
            : new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.NotEvaluatedYet,
                $"The run of {period} has not evaluated everybody yet.");
    }

    private async Task<List<CalibratedPerson>> PeopleAsync(EvaluationRun run, CancellationToken cancel)
    {
        var inputs = await results.ListInputsAsync(run, HashRange.All, cancel)
            .ToDictionaryAsync(i => i.EmployeeId, cancellationToken: cancel);
        var kinds = await workforce.ListEmployeesAsync(run.AgencyId, HashRange.All, cancel)
            .ToDictionaryAsync(e => e.Id, e => e.On(run.Period.LastDay).Kind, cancellationToken: cancel);
        return await results.ListEvaluationsAsync(run, HashRange.All, cancel)
            .Select(e => new CalibratedPerson(inputs[e.EmployeeId], e, kinds.GetValueOrDefault(e.EmployeeId)))
            .ToListAsync(cancel);
    }
}
