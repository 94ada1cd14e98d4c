using Kinerja.Application.Evaluation;
using Kinerja.Application.Feedback;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// Reads everything that one shard's evaluations need, its attendance with it, and freezes it under a hash: from here
/// on the run reads nothing else, whatever changes outside.
/// </summary>
public sealed class GatherShard(
    AgencyDirectory register,
    RunPeople people,
    ReadMonths attendance,
    IFeedbackNotes feedback,
    IRatings ratings,
    IRunResults results,
    RunUnitsCache unitsOfRuns)
{
    public async Task<string> ExecuteAsync(EvaluationRun run, int shard, CancellationToken cancel)
    {
        var range = HashRange.Slice(shard, run.Shards);
        if (run.Correction is { } correction)
        {
            return await RepeatAsync(run, correction, range, cancel);
        }

        var taken = await people.ListAsync(run.AgencyId, run.Period, range, cancel).ToListAsync(cancel);
        var employments = taken.ConvertAll(t => t.Employment);
        var units = await unitsOfRuns.ReadAsync(run, employments, cancel);
        var rated = await ratings.ListAsync(run.AgencyId, run.Period, range, cancel)
            .ToDictionaryAsync(r => r.EmployeeId, cancellationToken: cancel);
        var notes = await NotesAsync(run, range, cancel);
        var months = await MonthsAsync(run, range, employments, units, cancel);

        // What a worker froze before it died stays as it is: the hash covers exactly what the evaluation will read.
        var frozen = await results.ListInputsAsync(run, range, cancel)
            .ToDictionaryAsync(i => i.EmployeeId, cancellationToken: cancel);
        var added = taken.Select(t => t.Person).Where(p => !frozen.ContainsKey(p.Id)).OrderBy(p => p.Id)
            .Select(p => units.InputOf(
                p,
                rated.GetValueOrDefault(p.Id),
                AttendanceSummary.Of(months[p.Id]),
                notes.GetValueOrDefault(p.Id)))
            .ToList();
        await results.FreezeInputsAsync(run, added, cancel);
        return InputHash.Of(frozen.Values.Concat(added));
    }

    /// <summary>
    /// A later revision reads the frozen inputs of the one before, with the one rating that made it and the late ones
    /// that were given by now.
    /// </summary>
    private async Task<string> RepeatAsync(
        EvaluationRun run, RatingCorrection correction, HashRange range, CancellationToken cancel)
    {
        var before = run with { Revision = run.Revision - 1 };
        var late = await ratings.ListLateAsync(run.AgencyId, run.Period, range, cancel)
            .ToDictionaryAsync(r => r.EmployeeId, cancellationToken: cancel);
        var frozen = await results.ListInputsAsync(run, range, cancel)
            .ToDictionaryAsync(i => i.EmployeeId, cancellationToken: cancel);
        var added = await results.ListInputsAsync(before, range, cancel)
            .Where(i => !frozen.ContainsKey(i.EmployeeId)).Select(Revised).ToListAsync(cancel);
        await results.FreezeInputsAsync(run, added, cancel);
        return InputHash.Of(frozen.Values.Concat(added));

        EvaluationInput Revised(EvaluationInput input) =>
            input.EmployeeId == correction.Rating.EmployeeId ? input with { Rating = correction.Rating }
            : late.GetValueOrDefault(input.EmployeeId) is { } given && given.Version > (input.Rating?.Version ?? 0)
                ? input with { Rating = given }
                : input;
    }

    private async Task<Dictionary<EmployeeId, int>> NotesAsync(
        EvaluationRun run, HashRange range, CancellationToken cancel)
    {
        var notes = new Dictionary<EmployeeId, int>();
        Interval? within = run.Period.Kind == PeriodKind.Month
            ? run.Period.In((await register.FindAgencyAsync(run.AgencyId, cancel))!.Zone)
            : null;
        foreach (var quarter in run.Period.Quarters)
        {
            foreach (var (person, count) in await feedback.CountAsync(run.AgencyId, quarter, within, range, cancel))
            {
                notes[person] = notes.GetValueOrDefault(person) + count;
            }
        }

        return notes;
    }

    private async Task<ILookup<EmployeeId, AttendanceMonth>> MonthsAsync(
        EvaluationRun run,
        HashRange range,
        List<Employment> employments,
        RunUnits units,
        CancellationToken cancel)
    {
        var placed = employments.Select(p => new PersonTimeline(p, units.Units, units.Began)).ToList();
        var months = new List<AttendanceMonth>(employments.Count * run.Period.Months.Count);
        foreach (var month in run.Period.Months)
        {
            months.AddRange(await attendance.ListAsync(run.AgencyId, month, range, placed, cancel));
        }

        return months.ToLookup(m => m.EmployeeId);
    }
}
