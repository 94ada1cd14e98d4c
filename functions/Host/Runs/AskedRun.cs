using System.Globalization;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Kinerja.Host.Workforce;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Runs;

/// <summary>A run as a path names it, for a caller who may read its results; without a revision the one that holds.</summary>
internal readonly record struct AskedRun(AgencyId Agency, AppraisalPeriod Period, int? Revision)
{
    /// <summary>How a link to a further page says the same.</summary>
    internal string Query => Revision is { } number ? string.Create(CultureInfo.InvariantCulture, $"revision={number}&") : "";

    internal static Result<AskedRun> Read(HttpRequest request, string agency, string period) =>
        AskedAgency.Read(request, agency, Scopes.ResultsRead)
            .Then(a => AppraisalPeriod.Parse(period)
                .Then(p => AskedVersion.Parse(request.Query["revision"], "/revision")
                    .Then<AskedRun>(revision => new AskedRun(a, p, revision.Version))));

    /// <summary>One person's part in it.</summary>
    internal static Result<(AskedRun Run, EmployeeId Employee)> Read(HttpRequest request, string agency, string period, string employee) =>
        Read(request, agency, period)
            .Then(run => EmployeeId.Parse(employee).Then<(AskedRun Run, EmployeeId Employee)>(person => (run, person)));
}
