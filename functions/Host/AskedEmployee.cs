using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host;

/// <summary>A person whom a route names, in the caller's own agency.</summary>
internal readonly record struct AskedEmployee(AgencyId Agency, EmployeeId Employee)
{
    internal static Result<AskedEmployee> Read(HttpRequest request, string employee, string scope) =>
        request.Caller().May(scope).Then(agency => EmployeeId.Parse(employee).Then<AskedEmployee>(e => new AskedEmployee(agency, e)));
}
