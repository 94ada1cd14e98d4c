using Kinerja.Domain;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Workforce;

/// <summary>A superior whom a query names, in an agency that the path names.</summary>
internal readonly record struct AskedRater(AgencyId Agency, EmployeeId Rater)
{
    internal static Result<AskedRater> Read(HttpRequest request, string agency, string scope) =>
        AskedAgency.Read(request, agency, scope)
            .Then(a => EmployeeId.Parse(request.Query["raterId"], "/raterId").Then<AskedRater>(r => new AskedRater(a, r)));
}
