using Kinerja.Domain;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host;

/// <summary>A person and a period as a path names them, in the caller's own agency.</summary>
internal readonly record struct AskedPeriod(AgencyId Agency, EmployeeId Employee, AppraisalPeriod Period)
{
    internal static Result<AskedPeriod> Read(HttpRequest request, string employee, string period, string scope) =>
        AskedEmployee.Read(request, employee, scope)
            .Then(asked => AppraisalPeriod.Parse(period).Then<AskedPeriod>(p => new AskedPeriod(asked.Agency, asked.Employee, p)));
}
