using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Objections as they stand: one, or those of a period or of a superior.</summary>
public sealed class ReadObjections(AgencyDirectory register, IObjections objections)
{
    public async Task<Result<Objection>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        (await SearchAsync(agency, period, employee, cancel)).Then<Objection>(found => found.Value);

    /// <summary>The same with the tag that guards its next write.</summary>
    internal async Task<Result<Tagged<Objection>>> SearchAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await objections.FindAsync(agency, period, employee, cancel) is { } found
            ? found
            : NotFound.Objection(employee, period);
    }

    /// <summary>
    /// Of one period, or only those that wait for one superior, whom the register has above the rater today or had when
    /// it was filed, or past the term to pass on above that one; the earliest last day first.
    /// </summary>
    public async Task<Result<ListPage<Objection>>> ListAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId? superior, string? after, int most,
        CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (superior is { } named && await register.FindEmployeeAsync(agency, named, cancel) is null)
        {
            return NotFound.Employee(named, "/superiorId");
        }

        var today = (await register.TodayAsync(agency, cancel))!.Value;
        var found = await objections.ListAsync(agency, period, cancel)
            .Select(tagged => tagged.Value)
            .Where(async (o, stop) => superior is not { } who
                || (o.State == ObjectionState.Filed && await WaitsForAsync(agency, o, who, today, stop)))
            .ToListAsync(cancel);
        return found.After(
            after, most, o => $"{LocalDatePattern.Iso.Format(o.DecideBy)}_{o.Claim.EmployeeId}_{o.Claim.Id}");
    }

    private async Task<bool> WaitsForAsync(
        AgencyId agency, Objection objection, EmployeeId superior, LocalDate today, CancellationToken cancel) =>
        objection.SuperiorId == superior
        || (await DecidingLines.FindAsync(register, agency, objection, cancel)).MayDecide(objection, superior, today);
}
