using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

public interface IAgencies
{
    Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel);

    /// <summary>The same as it is stored now, with the tag that its next write must bring.</summary>
    Task<Tagged<Agency>?> FindTaggedAsync(AgencyId id, CancellationToken cancel);

    /// <summary>False when somebody else wrote it meanwhile: the caller looks again.</summary>
    Task<bool> PutAsync(NextVersion<Agency> agency, CancellationToken cancel);

    IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel);
}

/// <summary>
/// A thing through time as it is to be written, and by whom: over what carries the tag, or for the first time.
/// </summary>
public sealed record NextVersion<T>(T Value, string? Tag, Actor? Actor);

/// <summary>
/// An agency's register through time. The writers take each thing once and answer false when somebody else wrote one of
/// them meanwhile: some of the list may be written then, and the caller looks again and writes what is left.
/// </summary>
public interface IWorkforce
{
    Task<bool> PutUnitsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<OrganisationUnit>>> units, CancellationToken cancel);

    Task<bool> PutPostsAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<History<Post>>> posts, CancellationToken cancel);

    /// <param name="agency">Whose people.</param>
    /// <param name="people">Each once.</param>
    /// <param name="today">The agency's date; the lists below are looked up by what holds then.</param>
    /// <param name="cancel">Stops it.</param>
    Task<bool> PutEmployeesAsync(
        AgencyId agency, IReadOnlyCollection<NextVersion<Employment>> people, LocalDate today,
        CancellationToken cancel);

    Task<Tagged<History<OrganisationUnit>>?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel);

    Task<Tagged<History<Post>>?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel);

    Task<Tagged<Employment>?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel);

    /// <summary>By id.</summary>
    IAsyncEnumerable<History<OrganisationUnit>> ListUnitsAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>By id.</summary>
    IAsyncEnumerable<History<Post>> ListPostsAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>By the place that people hash to, then by id; whoever was ever registered, in service or not.</summary>
    IAsyncEnumerable<Employment> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel);

    /// <summary>A page of so many units by id, from after that key on; no more is read.</summary>
    Task<ListPage<History<OrganisationUnit>>> PageUnitsAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel);

    /// <summary>The same of posts.</summary>
    Task<ListPage<History<Post>>> PagePostsAsync(AgencyId agency, string? after, int most, CancellationToken cancel);

    /// <summary>The same of people, by the place that they hash to.</summary>
    Task<ListPage<Employment>> PageEmployeesAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel);

    Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>People in service on that day whose rater of record that is then, by id.</summary>
    IAsyncEnumerable<Employee> ListRatedByAsync(
        AgencyId agency, EmployeeId rater, LocalDate today, CancellationToken cancel);

    /// <summary>People of one unit in service on that day, by id.</summary>
    IAsyncEnumerable<Employee> ListOfUnitAsync(
        AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel);

    /// <summary>How many they are.</summary>
    Task<int> CountActiveAsync(AgencyId agency, UnitId unit, LocalDate today, CancellationToken cancel);
}

/// <summary>Hears of changes of the register before they are written, with the first day that they change.</summary>
public interface IRegisterChanges
{
    /// <summary>Those people's days change from that day on, each.</summary>
    Task OfPeopleAsync(
        Agency agency, IReadOnlyCollection<(EmployeeId Person, LocalDate From)> people, CancellationToken cancel);

    /// <summary>Anybody's days may change from that day on.</summary>
    Task OfEverybodyAsync(Agency agency, LocalDate from, CancellationToken cancel);
}
