using System.Collections.Concurrent;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Which days of a queue are asked for.</summary>
public enum RulingState
{
    /// <summary>Nobody has ruled, or a record came after the ruling.</summary>
    Open,
    Ruled,

    /// <summary>An objection waits for the superior who is asked about.</summary>
    Objected,
}

/// <summary>From and to are included; without them the month before this one and this one up to yesterday.</summary>
public sealed record RulingQuery(
    EmployeeId Superior,
    RulingState State,
    LocalDate? From,
    LocalDate? To,
    RulingNeed? Need,
    UnitId? Unit,
    EmployeeId? Employee,
    bool OverdueOnly);

/// <summary>
/// A day that needs a ruling or has one, with all that was received for it. Overdue: the term is over, and the next
/// superior may rule too.
/// </summary>
public sealed record QueuedDay(
    PersonBelow Below, AttendanceDay Day, RulingNeed? Need, DayRuling Ruling, LocalDate Due, bool Overdue)
{
    public IReadOnlyList<CheckIn> CheckIns { get; init; } = [];
}

/// <summary>A superior's queue of days that somebody has to rule on, and a person's own such days.</summary>
public sealed class ReadRulings(
    AgencyDirectory register,
    PeopleBelow below,
    IRulings rulings,
    ICheckIns checkIns,
    ReadMonths months,
    RuleOnDay rule,
    TimeProvider clock)
{
    internal const int PageSize = 100;

    private const int MostDays = 93;
    private const int MonthsAtOnce = 8;

    /// <summary>Of a date in a cursor.</summary>
    private const int DateLetters = 10;

    /// <summary>Oldest day first.</summary>
    public async Task<Result<ListPage<QueuedDay>>> QueueAsync(
        AgencyId agency, RulingQuery query, string? after, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, query.Superior, cancel) is not { } superior)
        {
            return NotFound.Employee(query.Superior, "/superiorId");
        }

        var zone = (await register.UnitOfAsync(agency, superior, cancel)).Zone;
        var today = clock.Now().InZone(zone).Date;
        var to = query.To ?? today;
        var from = query.From ?? to.ToYearMonth().PlusMonths(-1).OnDayOfMonth(1);
        if (to < from || Period.DaysBetween(from, to) >= MostDays)
        {
            return Refusal.Malformed("/to", $"A day from the first on is expected, at most {MostDays} days in all.");
        }

        var people = query.State == RulingState.Objected
            ? [] : await below.ListAsync(agency, query.Superior, today, cancel);
        var found = new List<QueuedDay>();
        foreach (var days in SpansAfter(after, from, to))
        {
            var read = query.State == RulingState.Objected
                ? await ObjectedAsync(agency, query.Superior, days, cancel)
                : await OfPeopleAsync(agency, people, query, days, cancel);
            found.AddRange(read.Where(day => Matches(day, query)));
            if (found.Count(day => string.CompareOrdinal(KeyOf(day), after) > 0) > PageSize)
            {
                break;
            }
        }

        var page = found.After(after, PageSize, KeyOf);
        return new ListPage<QueuedDay>(await DetailedAsync(agency, page.Items, cancel), page.Next);
    }

    /// <summary>
    /// Month by month, so that no month is read beyond the page; what came before the cursor's date is not read again.
    /// </summary>
    private static IEnumerable<DateInterval> SpansAfter(string? after, LocalDate from, LocalDate to)
    {
        var cursor = LocalDatePattern.Iso.Parse(after?.Length > DateLetters ? after[..DateLetters] : "");
        var first = cursor.TryGetValue(from, out var date) ? LocalDate.Max(from, date) : from;
        return first > to ? [] : MonthSpan.Of(first, to).Select(month => month.ToDateInterval()).Select(
            month => new DateInterval(LocalDate.Max(first, month.Start), LocalDate.Min(to, month.End)));
    }

    private static string KeyOf(QueuedDay day) =>
        $"{LocalDatePattern.Iso.Format(day.Day.Date)}_{day.Below.Person.Id}";

    /// <summary>A person's days of a month that were open or ruled on, by date.</summary>
    public async Task<Result<IReadOnlyList<QueuedDay>>> OfPersonAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } person)
        {
            return NotFound.Employee(employee);
        }

        var line = await SuperiorLine.In(register, agency, cancel).OfAsync(person, cancel);
        var days = await DaysAsync(agency, new PersonBelow(person, line, true), month.ToDateInterval(), cancel);
        return (await DetailedAsync(agency, [.. days], cancel)).Where(d => d.Need is not null || d.Ruling.Version > 0)
            .ToList();
    }

    private static bool Matches(QueuedDay day, RulingQuery query)
    {
        var mine = query.State switch
        {
            RulingState.Open => RulingNeeds.IsOpen(day.Day) && (day.Below.Own || day.Overdue),
            RulingState.Ruled => day.Day.IsRuled,
            RulingState.Objected => true,
        };
        return mine && (query.Need is not { } need || day.Need == need)
            && (query.Unit is not { } unit || day.Below.Person.UnitId == unit)
            && (query.Employee is not { } person || day.Below.Person.Id == person)
            && (!query.OverdueOnly || day.Overdue);
    }

    private async Task<IReadOnlyCollection<QueuedDay>> OfPeopleAsync(
        AgencyId agency, IEnumerable<PersonBelow> people, RulingQuery query, DateInterval span,
        CancellationToken cancel)
    {
        var found = new ConcurrentBag<QueuedDay>();
        var asked = people.Where(p => (query.Employee is not { } one || p.Person.Id == one)
            && (query.Unit is not { } unit || p.Person.UnitId == unit));
        var options = new ParallelOptions { MaxDegreeOfParallelism = MonthsAtOnce, CancellationToken = cancel };
        await Parallel.ForEachAsync(asked, options, async (person, stop) =>
        {
            foreach (var day in await DaysAsync(agency, person, span, stop))
            {
                found.Add(day);
            }
        });
        return found;
    }

    private async Task<IReadOnlyCollection<QueuedDay>> ObjectedAsync(
        AgencyId agency, EmployeeId decider, DateInterval span, CancellationToken cancel)
    {
        var found = new List<QueuedDay>();
        foreach (var month in MonthSpan.Of(span.Start, span.End))
        {
            await foreach (var ruling in rulings.ListAsync(agency, month, HashRange.All, cancel)
                .Where(r => r.IsObjected && span.Contains(r.Date)))
            {
                if (await rule.DeciderAsync(agency, ruling, cancel) == decider
                    && await register.FindEmployeeAsync(agency, ruling.EmployeeId, cancel) is { } person)
                {
                    var line = await SuperiorLine.In(register, agency, cancel).OfAsync(person, cancel);
                    found.AddRange(await DaysAsync(
                        agency, new PersonBelow(person, line, false), new(ruling.Date, ruling.Date), cancel));
                }
            }
        }

        return found;
    }

    /// <summary>Days that are over and that the records or a ruling speak of.</summary>
    private async Task<IReadOnlyCollection<QueuedDay>> DaysAsync(
        AgencyId agency, PersonBelow person, DateInterval span, CancellationToken cancel)
    {
        if (await register.FindTimelineAsync(agency, person.Person.Id, cancel) is not { } timeline)
        {
            return [];
        }

        var today = timeline.DateAt(clock.Now());
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.Ruling, cancel);
        var found = new List<QueuedDay>();
        foreach (var month in MonthSpan.Of(span.Start, LocalDate.Min(span.End, today)))
        {
            var folded = await months.FindAsync(
                agency, month, timeline, LocalDate.Min(today, month.ToDateInterval().End), cancel);
            found.AddRange(folded.Days.Where(day => day.Date < today && span.Contains(day.Date))
                .Select(day => Queued(agency, person, day, policies, today)));
        }

        return found;
    }

    private static QueuedDay Queued(
        AgencyId agency, PersonBelow person, AttendanceDay day, PolicyTimeline<RulingPolicy> policies, LocalDate today)
    {
        var due = RulingRules.Due(day.Date, policies.On(day.Date));
        return new QueuedDay(
            person, day, RulingNeeds.Of(day), DayRuling.Unwritten(agency, person.Person.Id, day.Date), due,
            today > due && RulingNeeds.IsOpen(day));
    }

    /// <summary>With the ruling's steps and with what was received: each person's month is read once.</summary>
    private async Task<IReadOnlyList<QueuedDay>> DetailedAsync(
        AgencyId agency, IReadOnlyList<QueuedDay> days, CancellationToken cancel)
    {
        var detailed = new Dictionary<(EmployeeId, LocalDate), QueuedDay>();
        foreach (var month in days.GroupBy(d => (d.Below.Person.Id, Month: d.Day.Date.ToYearMonth())))
        {
            var steps = await rulings.ListAsync(agency, month.Key.Month, month.Key.Id, cancel)
                .ToDictionaryAsync(r => r.Date, cancellationToken: cancel);
            var received = await checkIns.ListAsync(agency, month.Key.Month, month.Key.Id, cancel);
            foreach (var day in month)
            {
                var named = day.Day.Findings.Select(f => f.Reference).ToHashSet();
                detailed[(month.Key.Id, day.Day.Date)] = day with
                {
                    Ruling = steps.GetValueOrDefault(day.Day.Date, day.Ruling),
                    CheckIns =
                    [
                        .. received.Where(c => c.WorkDate == day.Day.Date || named.Contains(c.Claim.Id.ToString()))
                            .OrderBy(c => c.TimeThatCounts).ThenBy(c => c.Claim.Id),
                    ],
                };
            }
        }

        return [.. days.Select(d => detailed[(d.Below.Person.Id, d.Day.Date)])];
    }
}
