using Kinerja.Application.Events;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>
/// Days that wait for a ruling: as evidence where they are a pattern, and passed on to the next superior when the term
/// is over. It goes by stored months, and passes over those that wait to be folded again: the next sweep sees them.
/// </summary>
public sealed class FindOpenDays(
    AgencyDirectory register,
    IDayCloses closes,
    IStaleMonths dirty,
    IAttendanceMonths months,
    IRulings rulings,
    OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>Beyond the longest term: what a close or a late mark held up for so long is passed on too.</summary>
    private const int DaysBeside = 31;

    /// <summary>
    /// One thing seen for each open day of whoever has as many of them as the policy calls a pattern.
    /// </summary>
    internal async Task<IReadOnlyList<Evidence>> OfMonthAsync(
        AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.Ruling, cancel);
        var found = new List<Evidence>();
        await foreach (var (person, open) in OpenAsync(agency, month, cancel))
        {
            var days = open.FindAll(day => RulingNeeds.Of(day)
                is RulingNeed.Outside or RulingNeed.Uncertain or RulingNeed.WithoutPosition);
            if (days.Count > 0 && days.Count >= policies.On(days[^1].Date).PatternDays)
            {
                found.AddRange(days.Select(day => new Evidence(
                    person.Id, SignalKind.RepeatedOpenDays, day.Date, [], new SignalFigures { Days = days.Count })));
            }
        }

        return found;
    }

    /// <summary>How many days were passed on. Whoever wrote meanwhile goes first; the next sweep looks again.</summary>
    internal async Task<int> PassAsync(AgencyId agency, LocalDate today, CancellationToken cancel)
    {
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.Ruling, cancel);
        var passed = 0;
        var longest = policies.Documents.Max(document => document.Value.TermDays);
        foreach (var month in MonthSpan.Of(today.PlusDays(-longest - DaysBeside), today))
        {
            await foreach (var (person, open) in OpenAsync(agency, month, cancel))
            {
                passed += await PassAsync(agency, person, open, policies, cancel);
            }
        }

        return passed;
    }

    private async Task<int> PassAsync(
        AgencyId agency, Employee person, List<AttendanceDay> open, PolicyTimeline<RulingPolicy> policies,
        CancellationToken cancel)
    {
        var unit = await register.UnitOfAsync(agency, person, cancel);
        var (now, passed) = (clock.Now(), 0);
        var today = now.InZone(unit.Zone).Date;
        Superiors? line = null;
        foreach (var day in open.Where(d => today > RulingRules.Due(d.Date, policies.On(d.Date))))
        {
            var known = await rulings.FindAsync(agency, person.Id, day.Date, cancel);
            line ??= await SuperiorLine.In(register, agency, cancel).OfAsync(person, cancel);
            var next = RulingRules.Pass(
                known?.Value ?? DayRuling.Unwritten(agency, person.Id, day.Date), day, line.Next,
                policies.On(day.Date), today, now);
            if (next is null)
            {
                continue;
            }

            var news = RulingNotices.Of(next, day.Date, null);
            passed += await rulings.PutAsync(next, known?.Tag, news, cancel)
                && await tell.SendAllAsync(agency, news, cancel) ? 1 : 0;
        }

        return passed;
    }

    private async IAsyncEnumerable<(Employee Person, List<AttendanceDay> Open)> OpenAsync(
        AgencyId agency, YearMonth month,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var count = await closes.FindBucketsAsync(agency, month, cancel);
        foreach (var bucket in Enumerable.Range(0, count).Select(index => new MonthBucket(agency, month, index, count)))
        {
            var rows = await months.ListCleanAsync(dirty, bucket, cancel);
            foreach (var row in rows.Where(m => m.Days.Any(RulingNeeds.IsOpen)))
            {
                if (await register.FindEmployeeAsync(agency, row.EmployeeId, cancel) is { Active: true } person)
                {
                    yield return (person, [.. row.Days.Where(RulingNeeds.IsOpen)]);
                }
            }
        }
    }
}
