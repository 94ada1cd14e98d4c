using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>What became of one leave of an import.</summary>
public enum LeaveOutcome
{
    Added,
    Changed,
    Unchanged,
    Cancelled,
}

/// <summary>A leave as it stands now, what the import did to it, and which others in force it overlaps.</summary>
public sealed record RecordedLeave(LeaveEntry Entry, LeaveOutcome Outcome, IReadOnlyList<Leave> Overlaps);

/// <summary>
/// Takes over leave from an agency's own system and reads it back. The same again changes nothing; what changes marks
/// every month that it touched or touches, before it is written. Leave as a reward takes its days from a reward that
/// was granted, and is refused where none has them.
/// </summary>
public sealed class RecordLeave(
    AgencyDirectory register, ILeaves leaves, TakeRewardDays rewards, InvalidateMonths mark, TimeProvider clock)
{
    public async Task<Result<RecordedLeave>> RecordAsync(
        Actor actor, Leave leave, bool cancelled, CancellationToken cancel)
    {
        if (!(await JudgeAsync(actor, leave, cancelled, cancel)).TryGet(out var judged, out var refusal))
        {
            return refusal;
        }

        var (known, entry, overlaps) = judged;
        if (ReferenceEquals(known, entry))
        {
            return new RecordedLeave(entry, LeaveOutcome.Unchanged, overlaps);
        }

        if (await SettleAsync(actor.Agency, entry, known, cancel) is { } closed)
        {
            return closed;
        }

        var before = known?.Months() ?? [];
        await mark.OfMonthsAsync(actor.Agency, leave.EmployeeId, entry.Months().Union(before), cancel);
        await leaves.PutAsync(actor.Agency, entry, [.. before.Except(entry.Months())], cancel);
        return new RecordedLeave(entry, OutcomeOf(entry, known), overlaps);
    }

    /// <summary>The leave that stands, and as it would; the same where nothing changes.</summary>
    public async Task<Result<(LeaveEntry? Before, LeaveEntry After)>> PreviewAsync(
        Actor actor, Leave leave, bool cancelled, CancellationToken cancel) =>
        (await JudgeAsync(actor, leave, cancelled, cancel)).Then<(LeaveEntry? Before, LeaveEntry After)>(
            judged => (judged.Known, judged.Entry));

    /// <summary>Every leave that touches the year, once, by its first day; those called off too.</summary>
    public async Task<Result<IReadOnlyList<LeaveEntry>>> YearAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var months = await Task.WhenAll(Enumerable.Range(1, 12)
            .Select(month => leaves.ListAsync(agency, new YearMonth(year, month), employee, cancel)));
        return months.SelectMany(m => m).Distinct()
            .OrderBy(e => e.Leave.From).ThenBy(e => e.Leave.Reference, StringComparer.Ordinal).ToList();
    }

    /// <summary>
    /// Days of rewards, before the leave says so: what stops in between is made up for by the same item.
    /// </summary>
    private async Task<Refusal?> SettleAsync(
        AgencyId agency, LeaveEntry entry, LeaveEntry? known, CancellationToken cancel)
    {
        var leave = entry.Leave;
        if (entry is { Cancelled: false, Leave.Kind: LeaveKind.Reward })
        {
            var days = new TakenDays(leave.From, leave.To, leave.Reference);
            return await rewards.TakeAsync(agency, leave.EmployeeId, days, cancel);
        }

        return leave.Kind == LeaveKind.Reward || known?.Leave.Kind == LeaveKind.Reward
            ? await rewards.ReleaseAsync(agency, leave.EmployeeId, leave.From, leave.Reference, cancel)
            : null;
    }

    private async Task<Result<JudgedLeave>> JudgeAsync(
        Actor actor, Leave leave, bool cancelled, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(actor.Agency, leave.EmployeeId, cancel) is null)
        {
            return NotFound.Employee(leave.EmployeeId);
        }

        var entry = new LeaveEntry(leave, cancelled, clock.Now()) { Actor = actor };
        var others = new List<LeaveEntry>();
        foreach (var month in entry.Months())
        {
            others.AddRange(await leaves.ListAsync(actor.Agency, month, leave.EmployeeId, cancel));
        }

        var known = others.Find(entry.IsSameLeave);
        var overlaps = others.Where(entry.Overlaps).Select(o => o.Leave).Distinct().OrderBy(o => (o.From, o.Reference))
            .ToList();
        var same = known is not null && known with { RecordedAt = entry.RecordedAt, Actor = actor } == entry;
        return new JudgedLeave(known, same ? known! : entry, overlaps);
    }

    private static LeaveOutcome OutcomeOf(LeaveEntry entry, LeaveEntry? known)
    {
        if (entry.Cancelled)
        {
            return LeaveOutcome.Cancelled;
        }

        return known is null ? LeaveOutcome.Added : LeaveOutcome.Changed;
    }

    private sealed record JudgedLeave(LeaveEntry? Known, LeaveEntry Entry, IReadOnlyList<Leave> Overlaps);
}
