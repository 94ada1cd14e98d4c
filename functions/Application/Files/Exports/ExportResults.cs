using System.Runtime.CompilerServices;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Policies;
using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Files.Exports;

/// <summary>
/// A period's results of everybody who served in it, as tables. Whoever has no result has a row that says why, the one
/// whom the run did not know among them.
/// </summary>
public sealed class ExportResults(
    AgencyDirectory register, IWorkforce workforce, IRuns runs, IRunResults results, ReadRun read,
    PinnedPolicies policies)
{
    /// <summary>Of the revision that is asked for, else of the newest that is ranked.</summary>
    public async Task<Result<Sheet>> ResultsAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, CancellationToken cancel) =>
        (await read.RankedAsync(agency, period, revision, cancel)).Then<Sheet>(
            run => Sheet.Of(NameOf(run, "results"), ResultColumns.All, ListAsync(run, cancel)));

    /// <summary>By the agency's table of the period's last day; of the newest revision, once it is published.</summary>
    public async Task<Result<Sheet>> AllowanceFactorsAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel)
    {
        if (!(await runs.PublishedAsync(agency, period, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var tables = await policies.FollowingAsync(run, PolicyKinds.Allowance, cancel);
        var table = tables.Find(period.LastDay)?.Value;
        return Sheet.Of(
            NameOf(run, "allowance-factors"),
            AllowanceColumns.All,
            ListAsync(run, cancel).Select(line => new AllowanceLine(
                line, AllowanceRules.Of(period, line.Evaluation?.Assessment?.Predicate, table))));
    }

    internal static string NameOf(EvaluationRun run, string what) =>
        $"{run.AgencyId}_{what}_{run.Period}_r{run.Revision}";

    private async IAsyncEnumerable<ResultLine> ListAsync(
        EvaluationRun run, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slice in await workforce.SlicesAsync(run.AgencyId, cancel))
        {
            var found = await results.ListEvaluationsAsync(run, slice, cancel)
                .ToDictionaryAsync(e => e.EmployeeId, cancellationToken: cancel);
            var people = await workforce.ListEmployeesAsync(run.AgencyId, slice, cancel)
                .Where(p => found.ContainsKey(p.Id) || p.ServesWithin(run.Period.FirstDay, run.Period.LastDay))
                .ToListAsync(cancel);
            foreach (var person in people.OrderBy(p => p.Id))
            {
                yield return await LineAsync(run, person, found.GetValueOrDefault(person.Id), cancel);
            }
        }
    }

    private async Task<ResultLine> LineAsync(
        EvaluationRun run, Employment person, EmployeeEvaluation? evaluation, CancellationToken cancel)
    {
        var last = person.LastDayWithin(run.Period.FirstDay, run.Period.LastDay) ?? run.Period.LastDay;
        var unit = evaluation?.UnitId ?? person.On(last).UnitId;
        var known = await register.FindUnitAsync(run.AgencyId, unit, last, cancel);
        return new(run, person.Id, unit, known?.Name, evaluation);
    }
}
