using Kinerja.Application.Contracts;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// Reads everything that one shard's evaluations need, folds its attendance, and freezes it under a hash: from here on
/// the run reads nothing else, whatever changes outside.
/// </summary>
public sealed class GatherShard(
    IWorkforce workforce,
    ICheckIns checkIns,
    IAttendanceMonths attendance,
    IFeedbackNotes feedback,
    IRatings ratings,
    IRunResults results)
{
    public async Task<string> ExecuteAsync(EvaluationRun run, int shard, CancellationToken cancel)
    {
        var range = HashRange.Slice(shard, run.Shards);
        var people = await workforce.ListEmployeesAsync(run.AgencyId, range, cancel).Where(e => e.Active).ToListAsync(cancel);
        var units = await workforce.ListUnitsAsync(run.AgencyId, cancel).ToListAsync(cancel);
        var levels = await ratings.ListUnitsAsync(run.AgencyId, run.Quarter, cancel)
            .ToDictionaryAsync(u => u.UnitId, u => u.Level, cancellationToken: cancel);
        var rated = await ratings.ListAsync(run.AgencyId, run.Quarter, range, cancel)
            .ToDictionaryAsync(r => r.EmployeeId, cancellationToken: cancel);
        var notes = await feedback.CountAsync(run.AgencyId, run.Quarter, range, cancel);
        var months = await FoldMonthsAsync(run, range, people, cancel);

        // What a worker froze before it died stays as it is: the hash covers exactly what the evaluation will read.
        var frozen = await results.ListInputsAsync(run, range, cancel)
            .ToDictionaryAsync(i => i.EmployeeId, cancellationToken: cancel);
        var added = people.Where(p => !frozen.ContainsKey(p.Id)).OrderBy(p => p.Id).Select(InputOf).ToList();
        await results.FreezeInputsAsync(run, added, cancel);
        return InputHash.Of(frozen.Values.Concat(added));

        EvaluationInput InputOf(Employee person)
        {
            var unit = units.FirstOrDefault(u => u.HeadId == person.Id);
            return new EvaluationInput(
                person.Id,
                unit?.Id ?? person.UnitId,
                unit is not null,
                unit is not null && levels.TryGetValue(unit.Id, out var level) ? level : null,
                rated.GetValueOrDefault(person.Id),
                AttendanceSummary.Of(months[person.Id]),
                notes.GetValueOrDefault(person.Id));
        }
    }

    private async Task<ILookup<EmployeeId, AttendanceMonth>> FoldMonthsAsync(
        EvaluationRun run,
        HashRange range,
        List<Employee> people,
        CancellationToken cancel)
    {
        var folded = new List<AttendanceMonth>(people.Count * 3);
        foreach (var month in run.Quarter.Months)
        {
            var found = await checkIns.ListAsync(run.AgencyId, month, range, cancel).ToListAsync(cancel);
            var byPerson = found.ToLookup(c => c.Claim.EmployeeId);
            var months = people
                .Select(p => AttendanceRules.Fold(p.Id, month, byPerson[p.Id], Year2026.Calendar, Year2026.Hours))
                .ToList();
            await attendance.PutAsync(run.AgencyId, months, cancel);
            folded.AddRange(months);
        }

        return folded.ToLookup(m => m.EmployeeId);
    }
}
