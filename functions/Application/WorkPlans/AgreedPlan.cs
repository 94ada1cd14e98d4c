using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// A plan that was agreed, and the days for which it holds: what is reported counts against it alone.
/// </summary>
internal static class AgreedPlan
{
    /// <summary>The one that begins on that day.</summary>
    internal static async Task<Result<(WorkPlan Plan, PlanSpan Span)>> FindAsync(
        IWorkPlans plans, AgencyId agency, EmployeeId employee, LocalDate from, CancellationToken cancel)
    {
        var agreed = await plans.ListAgreedAsync(agency, employee, from.Year, cancel).ToListAsync(cancel);
        var found = PlanSpans.Of(agreed).FirstOrDefault(p => p.Plan.From == from);
        return found.Plan is not null ? found
            : await plans.FindAsync(agency, employee, from, cancel) is null
                ? NotFound.WorkPlan(employee, from)
            : new Refusal(
                RefusalKind.Conflict,
                RefusalCodes.PlanNotAgreed,
                "No version of this plan was agreed; nothing counts against it.");
    }
}
