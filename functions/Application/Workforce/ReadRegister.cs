using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A page of a register as it stands on a day.</summary>
public sealed record RegisterPage<T>(LocalDate On, ListPage<T> Page);

/// <summary>
/// An agency's register as it stands on a day, today when none is named. A page reads its own rows and no others, so
/// that lists go in the order of the store: units and posts by id, people by the place that they hash to.
/// </summary>
public sealed class ReadRegister(AgencyDirectory register, IWorkforce workforce)
{
    private const int MostPagesOfUnit = 5, EnoughOfUnit = 50;

    public async Task<Result<Agency>> AgencyAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is { } known ? known : NotFound.Agency(agency);

    public Task<Result<RegisterPage<OrganisationUnit>>> UnitsAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency, on, () => workforce.PageUnitsAsync(agency, after, most, cancel), (unit, day) => unit.On(day),
            cancel);

    public Task<Result<RegisterPage<Post>>> PostsAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency, on, () => workforce.PagePostsAsync(agency, after, most, cancel), (post, day) => post.On(day),
            cancel);

    /// <summary>Everybody who was ever registered; who is not in service on the day is not active on it.</summary>
    public Task<Result<RegisterPage<Employee>>> PeopleAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency, on, () => workforce.PageEmployeesAsync(agency, after, most, cancel),
            (person, day) => person.On(day), cancel);

    /// <summary>
    /// Those in service of one unit on the day. People are not kept by unit, so that it goes through so many rows at a
    /// time and stops early enough: a page may hold few, or nobody, and still have a next one.
    /// </summary>
    public async Task<Result<RegisterPage<Employee>>> PeopleOfAsync(
        AgencyId agency, UnitId unit, LocalDate? on, string? after, int most, CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        if (await workforce.FindUnitAsync(agency, unit, cancel) is null)
        {
            return NotFound.Unit(unit);
        }

        var (day, found, next) = (on ?? today, new List<Employee>(), after);
        for (var pages = 0; pages < MostPagesOfUnit; pages++)
        {
            var page = await workforce.PageEmployeesAsync(agency, next, most, cancel);
            found.AddRange(page.Items.Select(person => person.On(day)).Where(p => p.Active && p.UnitId == unit));
            next = page.Next;
            if (next is null || found.Count >= EnoughOfUnit)
            {
                break;
            }
        }

        return new RegisterPage<Employee>(day, new(found, next));
    }

    /// <summary>One person through time, as it is stored now.</summary>
    public async Task<Result<Employment>> PersonAsync(
        AgencyId agency, EmployeeId person, CancellationToken cancel) =>
        await workforce.FindEmployeeAsync(agency, person, cancel) is { } known
            ? known.Value
            : NotFound.Employee(person);

    private async Task<Result<RegisterPage<T>>> PageAsync<TStored, T>(
        AgencyId agency,
        LocalDate? on,
        Func<Task<ListPage<TStored>>> read,
        Func<TStored, LocalDate, T> asOf,
        CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        var (day, page) = (on ?? today, await read());
        return new RegisterPage<T>(day, new([.. page.Items.Select(item => asOf(item, day))], page.Next));
    }
}
