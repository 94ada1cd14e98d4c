using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>How a month stands, as it is asked for; null while nobody closed it.</summary>
public sealed record PayrollMonth(YearMonth Month, PayrollClose? Close);

/// <summary>Differences of some people, and where the next ones begin; null at the end.</summary>
public sealed record DifferencePage(PayrollMonth Month, IReadOnlyList<StatementDifference> Found, string? Next);

/// <summary>What stands in closed months, and what of it would be another by now.</summary>
public sealed class ReadPayroll(
    AgencyDirectory register, IWorkforce workforce, IPayrolls payrolls, AgencyMonths months, ICorrections corrections,
    IRulings rulings, ILeaves leaves, TimeProvider clock)
{
    /// <summary>So many people are gone through at a time, whether of them there is a difference or not.</summary>
    internal const int PeopleAtOnce = 200;

    public async Task<Result<PayrollMonth>> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        await payrolls.FindAsync(agency, month, cancel) is { Value: var closed } ? new PayrollMonth(month, closed)
            : (await register.OfMonthAsync(agency, month, cancel)).Then<PayrollMonth>(
                _ => new PayrollMonth(month, null));

    /// <summary>
    /// Of a closed month what it took up, of the next open one what it would; a page of people, which may hold none.
    /// </summary>
    public async Task<Result<DifferencePage>> DifferencesAsync(
        AgencyId agency, YearMonth month, string? after, CancellationToken cancel)
    {
        var closes = await payrolls.ListAsync(agency, cancel).ToListAsync(cancel);
        if (closes.TrueForAll(c => c.Month != month)
            && (await register.OfMonthAsync(agency, month, cancel)).Refusal is { } before)
        {
            return before;
        }

        if (closes.LastOrDefault(c => c.Complete) is { } last && month.CompareTo(last.Month.PlusMonths(1)) > 0)
        {
            return PayrollRules.Order($"{last.Month.PlusMonths(1):uuuu-MM} is open and comes first.");
        }

        if (!(await SlicePlace.OfAsync(workforce, agency, after, PeopleAtOnce, cancel)).TryGet(
            out var place, out var refusal))
        {
            return refusal;
        }

        var found = await DifferencesAsync(agency, closes, month, place.People, cancel);
        return new DifferencePage(new(month, closes.Find(c => c.Month == month)), found, place.Next);
    }

    /// <summary>What goes into the month beside its own statements, by person and month.</summary>
    internal async Task<IReadOnlyList<StatementDifference>> DifferencesAsync(
        AgencyId agency, IReadOnlyCollection<PayrollClose> closes, YearMonth into, HashRange range,
        CancellationToken cancel)
    {
        var own = closes.FirstOrDefault(c => c.Month == into && c.Complete);
        var found = new List<StatementDifference>();
        foreach (var close in closes.Where(c => c.Complete && c.Month.CompareTo(into) < 0
            && c.Month.CompareTo(into.PlusMonths(-PayrollRules.MonthsBack)) >= 0))
        {
            var settled = (await payrolls.ListStatementsAsync(agency, close.Month, range, cancel).ToListAsync(cancel))
                .ToLookup(s => s.EmployeeId);
            var later = own is null
                ? await StatementsAsync(agency, close.Month, into, range, cancel)
                : [.. settled.SelectMany(one => one.Where(s => s.ClosedIn == into))];
            var after = later.ToDictionary(s => s.EmployeeId, s => s.Statement);
            var people = own is null ? settled.Select(one => one.Key).Union(after.Keys) : after.Keys;
            foreach (var person in people.Order())
            {
                var before = settled[person].LastOrDefault(s => s.ClosedIn.CompareTo(into) < 0);
                if (PayrollRules.Between(
                    person, close.Month, before?.Statement, after.GetValueOrDefault(person)) is { } difference)
                {
                    var since = closes.First(c => c.Month == (before?.ClosedIn ?? close.Month)).ClosedAt;
                    found.Add(await CausedAsync(agency, difference, since, own?.ClosedAt ?? clock.Now(), cancel));
                }
            }
        }

        return [.. found.OrderBy(one => one.EmployeeId).ThenBy(one => one.Month)];
    }

    /// <summary>As they are now, of everybody who was in service on a day of the month.</summary>
    internal async Task<IReadOnlyList<SettledStatement>> StatementsAsync(
        AgencyId agency, YearMonth month, YearMonth into, HashRange range, CancellationToken cancel)
    {
        var schemes = await register.PoliciesOfAsync(agency, PolicyKinds.Deduction, cancel);
        var scheme = schemes.Find(month.OnDayOfMonth(1))?.Value;
        return await months.ListAsync(agency, month, range, cancel)
            .Select(person => person.Month).OfType<AttendanceMonth>()
            .Where(m => m.Days.Any(d => d.Status != DayStatus.NotInService))
            .Select(m => new SettledStatement(
                m.EmployeeId, month, into, scheme is null ? null : DeductionRules.Apply(scheme, m)))
            .ToListAsync(cancel);
    }

    private async Task<StatementDifference> CausedAsync(
        AgencyId agency, StatementDifference found, Instant after, Instant until, CancellationToken cancel)
    {
        var (month, person) = (found.Month, found.EmployeeId);
        var corrected = await corrections.ListAsync(agency, month, person, cancel);
        var ruled = await rulings.ListAsync(agency, month, person, cancel).ToListAsync(cancel);
        var recorded = await leaves.ListAsync(agency, month, person, cancel);
        return found with
        {
            Causes = PayrollRules.CausesOf(
                found, corrected.Select(c => c.Correction), ruled, recorded, after, until),
        };
    }
}
