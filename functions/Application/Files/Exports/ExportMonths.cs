using System.Runtime.CompilerServices;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Exports;

/// <summary>
/// A month of everybody who serves in it, as tables for a payroll: nobody is left out, and whose figures cannot be told
/// has a row that says why. The figures are those of each person's own month and statement.
/// </summary>
public sealed class ExportMonths(
    AgencyDirectory register, AgencyMonths months, IWorkforce workforce, IPayrolls payrolls, TimeProvider clock)
{
    public async Task<Result<Sheet>> AttendanceAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        (await register.OfMonthAsync(agency, month, cancel)).Then<Sheet>(_ => Sheet.Of(
            NameOf(agency, "attendance", month),
            AttendanceColumns.Of(month),
            ListAsync(agency, month, cancel).Select(line => new AttendanceLine(
                line.Person, line.Unit, line.State, AttendanceSummary.Of(line.Person.Month is { } m ? [m] : [])))));

    /// <summary>
    /// By the agency's scheme of the month's first day; of a month that the office has closed, as it was closed.
    /// </summary>
    public async Task<Result<Sheet>> DeductionsAsync(AgencyId agency, YearMonth month, CancellationToken cancel)
    {
        if (await payrolls.FindAsync(agency, month, cancel) is { Value.Complete: true })
        {
            return Sheet.Of(
                NameOf(agency, "deductions", month), DeductionColumns.All, ListClosedAsync(agency, month, cancel));
        }

        if ((await register.OfMonthAsync(agency, month, cancel)).Refusal is { } refusal)
        {
            return refusal;
        }

        var schemes = await register.PoliciesOfAsync(agency, PolicyKinds.Deduction, cancel);
        var scheme = schemes.Find(month.OnDayOfMonth(1))?.Value;
        return Sheet.Of(
            NameOf(agency, "deductions", month),
            DeductionColumns.All,
            ListAsync(agency, month, cancel).Select(line => Stated(line, scheme, month)));
    }

    /// <summary>What was settled is read with the people of each slice.</summary>
    private async IAsyncEnumerable<DeductionTableLine> ListClosedAsync(
        AgencyId agency, YearMonth month, [EnumeratorCancellation] CancellationToken cancel)
    {
        var slices = (await workforce.SlicesAsync(agency, cancel)).Count();
        var (slice, settled) = ((HashRange?)null, new Dictionary<EmployeeId, SettledStatement>());
        await foreach (var line in ListAsync(agency, month, cancel))
        {
            var person = line.Person.Timeline.Id;
            if (slice?.Contains(person) is not true)
            {
                slice = HashRange.Slice(HashRange.IndexOf(person, slices), slices);
                settled = await payrolls.ListStatementsAsync(agency, month, slice.Value, cancel)
                    .Where(s => s.ClosedIn == month)
                    .ToDictionaryAsync(s => s.EmployeeId, cancellationToken: cancel);
            }

            var found = settled.GetValueOrDefault(person);
            var state = found is not null ? MonthStateRules.OfSettled(found.Statement)
                : line.State == MonthState.NotInService ? line.State
                : MonthState.NotInPayroll;
            yield return new(person, line.Unit, month, state, found?.Statement);
        }
    }

    private static DeductionTableLine Stated(MonthLine line, DeductionScheme? scheme, YearMonth month)
    {
        var statement = scheme is null
            ? null
            : DeductionRules.Apply(scheme, line.Person.Month ?? FoldMonths.Unbegun(line.Person.Timeline, month));
        var state = MonthStateRules.Of(line.State, statement);
        return new(
            line.Person.Timeline.Id, line.Unit, month, state,
            state is MonthState.Complete or MonthState.OpenDays ? statement : null);
    }

    private async IAsyncEnumerable<MonthLine> ListAsync(
        AgencyId agency, YearMonth month, [EnumeratorCancellation] CancellationToken cancel)
    {
        var days = month.ToDateInterval();
        await foreach (var person in months.ListAsync(agency, month, cancel))
        {
            // Of the last day in service in the month: whoever left is of the unit that was left.
            var last = person.Employment.LastDayWithin(days.Start, days.End) ?? days.End;
            yield return new(
                person,
                person.Timeline.UnitOn(last),
                MonthStateRules.Of(person.Month, person.Timeline.ZoneOn(days.End), clock.Now()));
        }
    }

    private static string NameOf(AgencyId agency, string what, YearMonth month) =>
        $"{agency}_{what}_{YearMonthPattern.Iso.Format(month)}";
}
