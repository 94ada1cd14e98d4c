using System.Runtime.CompilerServices;
using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A person's month, the unit of the last day in service in it, and whether it may be relied on.</summary>
public sealed record PlacedMonth(PersonMonth Person, OrganisationUnit Unit, MonthState State);

/// <summary>The same with the statement of its deductions, which is there only when its figures may be told.</summary>
public sealed record StatedMonth(
    PersonMonth Person, OrganisationUnit Unit, YearMonth Month, MonthState State, DeductionStatement? Statement);

/// <summary>A page of an agency's statements, and where the next one begins; null at the end.</summary>
public sealed record StatementPage(IReadOnlyList<StatedMonth> Lines, string? Next);

/// <summary>
/// What a payroll may be paid from, of everybody who serves in a month: nobody is left out, and whose figures cannot be
/// told has a state that says why. The figures are those of each person's own month and statement.
/// </summary>
public sealed class AgencyStatements(
    AgencyDirectory register, AgencyMonths months, IWorkforce workforce, IPayrolls payrolls, TimeProvider clock)
{
    /// <summary>Months and rows of so many people are in memory at a time.</summary>
    private const int PeoplePerPage = 500;

    /// <summary>By slice, then by id.</summary>
    public async IAsyncEnumerable<PlacedMonth> MonthsAsync(
        AgencyId agency, YearMonth month, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var slice in await workforce.SlicesAsync(agency, cancel))
        {
            await foreach (var line in MonthsAsync(agency, month, slice, cancel))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// By the agency's scheme of the month's first day; of a month that the office has closed, as it was closed.
    /// </summary>
    public async IAsyncEnumerable<StatedMonth> ListAsync(
        AgencyId agency, YearMonth month, [EnumeratorCancellation] CancellationToken cancel)
    {
        var isClosed = await IsClosedAsync(agency, month, cancel);
        foreach (var slice in await workforce.SlicesAsync(agency, cancel))
        {
            await foreach (var line in ListAsync(agency, month, isClosed, slice, cancel))
            {
                yield return line;
            }
        }
    }

    /// <summary>A page of about 500 people; with a unit those of it alone, so that a page may hold none.</summary>
    public async Task<Result<StatementPage>> PageAsync(
        AgencyId agency, YearMonth month, UnitId? unit, string? after, CancellationToken cancel)
    {
        if ((await register.OfMonthAsync(agency, month, cancel)).Refusal is { } before)
        {
            return before;
        }

        if (unit is { } asked && await register.FindUnitAsync(agency, asked, cancel) is null)
        {
            return NotFound.Unit(asked);
        }

        if (!(await SlicePlace.OfAsync(workforce, agency, after, PeoplePerPage, cancel)).TryGet(
            out var place, out var refusal))
        {
            return refusal;
        }

        var isClosed = await IsClosedAsync(agency, month, cancel);
        var lines = await ListAsync(agency, month, isClosed, place.People, cancel)
            .Where(line => unit is null || line.Unit.Id == unit).ToListAsync(cancel);
        return new StatementPage(lines, place.Next);
    }

    private async IAsyncEnumerable<StatedMonth> ListAsync(
        AgencyId agency, YearMonth month, bool isClosed, HashRange slice,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        if (isClosed)
        {
            var settled = await payrolls.ListStatementsAsync(agency, month, slice, cancel)
                .Where(s => s.ClosedIn == month)
                .ToDictionaryAsync(s => s.EmployeeId, cancellationToken: cancel);
            await foreach (var line in MonthsAsync(agency, month, slice, cancel))
            {
                var found = settled.GetValueOrDefault(line.Person.Timeline.Id);
                var state = found is not null ? MonthStateRules.OfSettled(found.Statement)
                    : line.State == MonthState.NotInService ? line.State
                    : MonthState.NotInPayroll;
                yield return new(line.Person, line.Unit, month, state, found?.Statement);
            }

            yield break;
        }

        var schemes = await register.PoliciesOfAsync(agency, PolicyKinds.Deduction, cancel);
        var scheme = schemes.Find(month.OnDayOfMonth(1))?.Value;
        await foreach (var line in MonthsAsync(agency, month, slice, cancel))
        {
            yield return Stated(line, scheme, month);
        }
    }

    private async Task<bool> IsClosedAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        await payrolls.FindAsync(agency, month, cancel) is { Value.Complete: true };

    private static StatedMonth Stated(PlacedMonth line, DeductionScheme? scheme, YearMonth month)
    {
        var statement = scheme is null
            ? null
            : DeductionRules.Apply(scheme, line.Person.Month ?? FoldMonths.Unbegun(line.Person.Timeline, month));
        var state = MonthStateRules.Of(line.State, statement);
        return new(
            line.Person, line.Unit, month, state,
            state is MonthState.Complete or MonthState.OpenDays ? statement : null);
    }

    private async IAsyncEnumerable<PlacedMonth> MonthsAsync(
        AgencyId agency, YearMonth month, HashRange slice, [EnumeratorCancellation] CancellationToken cancel)
    {
        var days = month.ToDateInterval();
        await foreach (var person in months.ListAsync(agency, month, slice, cancel))
        {
            // Of the last day in service in the month: whoever left is of the unit that was left.
            var last = person.Employment.LastDayWithin(days.Start, days.End) ?? days.End;
            yield return new(
                person,
                person.Timeline.UnitOn(last),
                MonthStateRules.Of(person.Month, person.Timeline.ZoneOn(days.End), clock.Now()));
        }
    }
}
