using Kinerja.Domain;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Kinerja.Host.WorkPlans;

/// <summary>A work plan as a path names it, by person and first day, in the caller's own agency.</summary>
internal readonly record struct AskedPlan(AgencyId Agency, EmployeeId Employee, LocalDate From)
{
    internal static Result<AskedPlan> Read(HttpRequest request, string employee, string from, string scope) =>
        AskedEmployee.Read(request, employee, scope)
            .Then(asked => Day(from)
                .Then<AskedPlan>(day => new AskedPlan(asked.Agency, asked.Employee, day)));

    private static Result<LocalDate> Day(string text) => AskedDate.Parse(text, "/from").Then<LocalDate>(day =>
        day.Year is >= 2000 and <= 2999 ? day : Refusal.Malformed("/from", "A date from 2000 to 2999 is expected, such as 2026-01-01."));
}
