using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Evaluation;

/// <summary>A person's rating as a path names it, with the version that If-Match demands.</summary>
internal readonly record struct AskedRating(AgencyId Agency, AppraisalPeriod Period, EmployeeId Employee, int? Version)
{
    internal static Result<AskedRating> Read(HttpRequest request, string agency, string period, string employee, string scope) =>
        AskedAgency.Read(request, agency, scope)
            .Then(a => AppraisalPeriod.Parse(period)
                .Then(q => EmployeeId.Parse(employee)
                    .Then(e => request.IfMatch()
                        .Then<AskedRating>(match => new AskedRating(a, q, e, match.Version)))));
}
