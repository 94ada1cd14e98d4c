using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host;

/// <summary>A person as a path names him or her, in the caller's own agency.</summary>
internal readonly record struct AskedPerson(AgencyId Agency, EmployeeId Employee)
{
    internal static Result<AskedPerson> Read(HttpRequest request, string employee, string scope) =>
        request.Caller().May(scope)
            .Then(agency => EmployeeId.Parse(employee).Then<AskedPerson>(person => new AskedPerson(agency, person)));
}
