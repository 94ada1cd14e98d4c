using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>One day of a request that rules on many.</summary>
public sealed record DayToRule(EmployeeId EmployeeId, LocalDate Date, DayRulingCommand Command);

/// <summary>
/// Rulings on days: made by superiors, answered and objected to by the person, decided once more by the superior of
/// whoever ruled. What changes a day marks its month before it is written.
/// </summary>
public sealed class RuleOnDay(
    AgencyDirectory register,
    IDelegations delegations,
    IRulings rulings,
    ReadAttendance attendance,
    InvalidateMonths mark,
    OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>Each day by itself, in the order of the request: one that is refused leaves the others.</summary>
    public async Task<Result<IReadOnlyList<Result<DayRuling>>>> RuleAsync(
        Actor actor, IReadOnlyList<DayToRule> days, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(actor.Agency, cancel) is null)
        {
            return NotFound.Agency(actor.Agency);
        }

        var outcomes = new List<Result<DayRuling>>(days.Count);
        foreach (var day in days)
        {
            outcomes.Add(await WriteAsync(
                actor.Agency, day.EmployeeId, day.Date, marksMonth: true, async asked =>
                {
                    var line = await SuperiorLine.In(register, actor.Agency, cancel).OfAsync(asked.Person, cancel);
                    var acting = await delegations.ListForAsync(register, actor.Agency, asked.Person, cancel);
                    var overdue = asked.Today > RulingRules.Due(day.Date, asked.Policy);
                    return RulingRules.Rule(
                        asked.Known,
                        asked.Day,
                        day.Command,
                        line.RightOf(day.Command.By, asked.Person, acting, asked.Today, overdue),
                        actor.For(day.Command.By),
                        asked.Now);
                },
                cancel));
        }

        return outcomes;
    }

    /// <summary>The person's own view of the day.</summary>
    public Task<Result<DayRuling>> AnswerAsync(
        Actor actor, EmployeeId employee, LocalDate date, string words, CancellationToken cancel) =>
        WriteAsync(
            actor.Agency, employee, date, marksMonth: false,
            asked => Task.FromResult(RulingRules.Answer(asked.Known, asked.Day, words, actor, asked.Now)), cancel);

    public Task<Result<DayRuling>> ObjectAsync(
        Actor actor, EmployeeId employee, LocalDate date, string reason, CancellationToken cancel) =>
        WriteAsync(
            actor.Agency, employee, date, marksMonth: false,
            async asked => RulingRules.Object(
                asked.Known,
                reason,
                await DeciderAsync(actor.Agency, asked.Known, cancel),
                asked.Policy,
                asked.Zone,
                actor,
                asked.Now),
            cancel);

    public Task<Result<DayRuling>> DecideAsync(
        Actor actor, EmployeeId employee, LocalDate date, DayRulingCommand command, CancellationToken cancel) =>
        WriteAsync(
            actor.Agency, employee, date, marksMonth: true,
            async asked => RulingRules.Decide(
                asked.Known, command, await DeciderAsync(actor.Agency, asked.Known, cancel), actor, asked.Now),
            cancel);

    /// <summary>
    /// The superior of whoever ruled, or of the one in whose name it was; never the person or the ruler.
    /// </summary>
    internal async Task<EmployeeId?> DeciderAsync(AgencyId agency, DayRuling known, CancellationToken cancel) =>
        known.Standing is { InNameOf: { } name } ruling
        && await register.FindEmployeeAsync(agency, name, cancel) is { } superior
            ? await SuperiorLine.In(register, agency, cancel).AboveAsync(
                superior, [known.EmployeeId, ruling.By, name], cancel)
            : null;

    private async Task<Result<DayRuling>> WriteAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, bool marksMonth,
        Func<Asked, Task<Result<DayRuling>>> decide, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var unit = await register.UnitOfAsync(agency, person, cancel);
        var now = clock.Now();
        var today = now.InZone(unit.Zone).Date;
        if (date >= today)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NoRulingNeeded,
                $"{LocalDatePattern.Iso.Format(date)} is not over there.")
            { Faults = [new("/date", "A day that is over is expected.")] };
        }

        // The ruling before the month: whoever writes between the two is found out by the tag.
        var stored = await rulings.FindAsync(agency, employee, date, cancel);
        var month = await attendance.MonthAsync(agency, employee, date.ToYearMonth(), cancel);
        if (month.Refusal is { } refused)
        {
            return refused;
        }

        var known = stored?.Value ?? DayRuling.Unwritten(agency, employee, date);
        var policy = (await register.PoliciesOfAsync(agency, PolicyKinds.Ruling, cancel)).On(date);
        var decided = await decide(new Asked(
            person, unit.Zone, month.Value.Days.Single(d => d.Date == date), known, policy, today, now));
        if (!decided.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        if (ReferenceEquals(next, known))
        {
            return known;
        }

        if (marksMonth)
        {
            await mark.OfDayAsync(agency, employee, date, cancel);
        }

        var until = now.InZone(unit.Zone).Date.PlusDays(policy.ObjectionDays);
        var news = RulingNotices.Of(next, until, await DeciderAsync(agency, next, cancel));
        return await rulings.PutAsync(next, stored?.Tag, news, cancel)
            && await tell.SendAllAsync(agency, news, cancel)
            ? next
            : Refusal.Stale("Somebody wrote on this day at this very moment; read it again.");
    }

    private sealed record Asked(
        Employee Person,
        DateTimeZone Zone,
        AttendanceDay Day,
        DayRuling Known,
        RulingPolicy Policy,
        LocalDate Today,
        Instant Now);
}
