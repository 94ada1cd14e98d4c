using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Workforce;

/// <summary>An agency as a path names it, for a caller who may do that there.</summary>
internal static class AskedAgency
{
    internal static Result<AgencyId> Read(HttpRequest request, string agency, string scope) =>
        AgencyId.Parse(agency).Then(id => request.Caller().May(scope, id, id));
}
