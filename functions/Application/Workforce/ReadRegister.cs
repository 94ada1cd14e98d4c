using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>A page of a register as it stands on a day.</summary>
public sealed record RegisterPage<T>(LocalDate On, ListPage<T> Page);

/// <summary>An agency's register as it stands on a day, today when none is named; lists go by id.</summary>
public sealed class ReadRegister(AgencyDirectory register, IWorkforce workforce)
{
    public async Task<Result<Agency>> AgencyAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is { } known ? known : NotFound.Agency(agency);

    public Task<Result<RegisterPage<OrganisationUnit>>> UnitsAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency, on, after, most, day => workforce.ListUnitsAsync(agency, cancel).Select(u => u.On(day)),
            unit => unit.Id.ToString(), cancel);

    public Task<Result<RegisterPage<Post>>> PostsAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency, on, after, most, day => workforce.ListPostsAsync(agency, cancel).Select(p => p.On(day)),
            post => post.Id.ToString(), cancel);

    /// <summary>Everybody who was ever registered; who is not in service on the day is not active on it.</summary>
    public Task<Result<RegisterPage<Employee>>> PeopleAsync(
        AgencyId agency, LocalDate? on, string? after, int most, CancellationToken cancel) =>
        PageAsync(
            agency,
            on,
            after,
            most,
            day => workforce.ListEmployeesAsync(agency, HashRange.All, cancel).Select(e => e.On(day)),
            person => person.Id.ToString(),
            cancel);

    private async Task<Result<RegisterPage<T>>> PageAsync<T>(
        AgencyId agency,
        LocalDate? on,
        string? after,
        int most,
        Func<LocalDate, IAsyncEnumerable<T>> list,
        Func<T, string> key,
        CancellationToken cancel)
    {
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        var day = on ?? today;
        var all = await list(day).ToListAsync(cancel);
        return new RegisterPage<T>(day, all.After(after, most, key));
    }
}
