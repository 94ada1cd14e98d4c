using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host;

/// <summary>A run as a path names it, for a caller who may read its results.</summary>
internal readonly record struct AskedRun(AgencyId Agency, AppraisalPeriod Period)
{
    internal static Result<AskedRun> Read(HttpRequest request, string agency, string period) =>
        AskedAgency.Read(request, agency, Scopes.ResultsRead)
            .Then(a => AppraisalPeriod.Parse(period).Then<AskedRun>(q => new AskedRun(a, q)));
}
