using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

public interface IAgencies
{
    Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel);

    Task PutAsync(Agency agency, CancellationToken cancel);

    IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel);
}

public interface IWorkforce
{
    Task PutUnitsAsync(AgencyId agency, IReadOnlyCollection<OrganisationUnit> units, CancellationToken cancel);

    Task PutPostsAsync(AgencyId agency, IReadOnlyCollection<Post> posts, CancellationToken cancel);

    Task PutEmployeesAsync(AgencyId agency, IReadOnlyCollection<Employee> employees, CancellationToken cancel);

    Task<OrganisationUnit?> FindUnitAsync(AgencyId agency, UnitId id, CancellationToken cancel);

    Task<Post?> FindPostAsync(AgencyId agency, PostId id, CancellationToken cancel);

    Task<Employee?> FindEmployeeAsync(AgencyId agency, EmployeeId id, CancellationToken cancel);

    IAsyncEnumerable<OrganisationUnit> ListUnitsAsync(AgencyId agency, CancellationToken cancel);

    IAsyncEnumerable<Post> ListPostsAsync(AgencyId agency, CancellationToken cancel);

    IAsyncEnumerable<Employee> ListEmployeesAsync(AgencyId agency, HashRange range, CancellationToken cancel);

    Task<int> CountEmployeesAsync(AgencyId agency, CancellationToken cancel);

    /// <summary>Active people whose rater of record that is, by id.</summary>
    IAsyncEnumerable<Employee> ListRatedByAsync(AgencyId agency, EmployeeId rater, CancellationToken cancel);

    /// <summary>Active people of one unit.</summary>
    Task<int> CountActiveAsync(AgencyId agency, UnitId unit, CancellationToken cancel);
}
