using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Host.Presence.Attendance;

/// <summary>A person's month as a GET names it, in the caller's own agency.</summary>
internal readonly record struct AskedMonth(AgencyId Agency, EmployeeId Employee, YearMonth Month)
{
    internal static Result<AskedMonth> Read(HttpRequest request, string employee, string? month, string scope = Scopes.PresenceRead) =>
        AskedEmployee.Read(request, employee, scope)
            .Then(who => Parse(month).Then<AskedMonth>(m => new AskedMonth(who.Agency, who.Employee, m)));

    internal static Result<YearMonth> Parse(string? text) =>
        YearMonthPattern.Iso.Parse(text ?? "") is { Success: true, Value.Year: > 0 } parsed
            ? parsed.Value
            : Refusal.Malformed("/month", "A month such as 2026-01 is expected.");
}
