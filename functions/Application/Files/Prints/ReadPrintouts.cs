using Kinerja.Application.FlexibleWork;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Objections;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.FollowUp;
using NodaTime;

namespace Kinerja.Application.Files.Prints;

/// <summary>
/// Papers of one person, each with the figures of the use case that answers the same as JSON, and its refusals. Names
/// only for whom the caller lets see them.
/// </summary>
public sealed class ReadPrintouts(
    AgencyDirectory register, IPersonNames names, ReadRun runs, ReadWorkPlans plans, ReportRealisation realisations,
    ReadAttendance attendance, ReadObjections objections, ReadGrants grants, ReadEntitlements entitlements,
    PrintSeals seals, TimeProvider clock)
{
    public async Task<Result<Printout>> EvaluationAsync(
        AgencyId agency, AppraisalPeriod period, int? revision, EmployeeId employee, bool withNames,
        CancellationToken cancel)
    {
        if (!(await runs.ExplainAsync(agency, period, revision, employee, cancel)).TryGet(out var found, out var no))
        {
            return no;
        }

        var (parties, day) = await PartiesAsync(agency, employee, period.FirstDay, period.LastDay, withNames, cancel);
        var ofRecord = (await register.FindEmployeeAsync(agency, employee, day, cancel))?.RaterId;
        // Who decides an objection puts a rating in the rater's place, and is no rater by it.
        var rater = found.Input.Rating is { ObjectionId: null } rating ? rating.RaterId : ofRecord;
        var paper = EvaluationDocument.Of(
            found,
            await parties.OfAsync(employee, found.Input.UnitId),
            await parties.OfAsync(rater),
            await parties.OfAsync(await parties.AboveAsync(ofRecord ?? rater)));
        return await SealedAsync(agency, employee, paper, cancel);
    }

    public async Task<Result<Printout>> WorkPlanAsync(
        AgencyId agency, EmployeeId employee, LocalDate from, int? version, bool withNames, CancellationToken cancel)
    {
        if (!(await plans.FindAsync(agency, employee, from, version, cancel)).TryGet(out var plan, out var no)
            || !(await realisations.ListAsync(agency, employee, from, cancel)).TryGet(out var reported, out no)
            || !(await plans.ListAsync(agency, employee, from.Year, cancel)).TryGet(out var year, out no))
        {
            return no;
        }

        var (parties, _) = await PartiesAsync(agency, employee, from, from, withNames, cancel);
        var listed = year.Plans.Single(one => one.Latest.From == from);
        var paper = WorkPlanDocument.Of(
            plan,
            listed.To.PlusDays(-1),
            // What was reached is reported against the version that counts, and against no other.
            listed.AgreedVersion == plan.Version ? reported : [],
            await parties.OfAsync(employee),
            await parties.OfAsync(plan.Agreement?.By ?? plan.RaterId));
        return await SealedAsync(agency, employee, paper, cancel);
    }

    public async Task<Result<Printout>> AttendanceAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, bool withNames, CancellationToken cancel)
    {
        if (!(await attendance.ShowAsync(agency, employee, month, cancel)).TryGet(out var shown, out var no))
        {
            return no;
        }

        var days = month.ToDateInterval();
        var (parties, day) = await PartiesAsync(agency, employee, days.Start, days.End, withNames, cancel);
        var person = await register.FindEmployeeAsync(agency, employee, day, cancel);
        var paper = AttendanceSheet.Of(
            shown, await parties.OfAsync(employee), await parties.OfAsync(person?.RaterId));
        return await SealedAsync(agency, employee, paper, cancel);
    }

    /// <summary>Only once it is decided.</summary>
    public async Task<Result<Printout>> ObjectionDecisionAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, bool withNames, CancellationToken cancel)
    {
        if (!(await objections.FindAsync(agency, period, employee, cancel)).TryGet(out var objection, out var no))
        {
            return no;
        }

        if (objection.Ruling is not { } ruling)
        {
            return NotDecided($"The objection to {period} is not decided: {JsonFormat.Name(objection.State)}.");
        }

        var zone = (await register.FindAgencyAsync(agency, cancel))!.Zone;
        var day = ruling.At.InZone(zone).Date;
        var (parties, _) = await PartiesAsync(agency, employee, day, day, withNames, cancel);
        var paper = ObjectionDecisionDocument.Of(
            objection,
            zone,
            await parties.OfAsync(employee),
            await parties.OfAsync(objection.RaterId),
            await parties.OfAsync(ruling.By));
        return await SealedAsync(agency, employee, paper, cancel);
    }

    /// <summary>Only of what was granted.</summary>
    public async Task<Result<Printout>> GrantAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, bool withNames, CancellationToken cancel)
    {
        if (!(await grants.FindLineAsync(agency, period, employee, cancel)).TryGet(out var found, out var no)
            || !(await entitlements.ListAsync(agency, employee, cancel)).TryGet(out var granted, out no))
        {
            return no;
        }

        if (found.Line is not { State: GrantState.Approved, Decision: { } decision })
        {
            return NotDecided($"Nothing is granted to {employee} for {period}: {JsonFormat.Name(found.Line.State)}.");
        }

        var zone = (await register.FindAgencyAsync(agency, cancel))!.Zone;
        var day = decision.At.InZone(zone).Date;
        var (parties, _) = await PartiesAsync(agency, employee, day, day, withNames, cancel);
        var paper = GrantLetter.Of(
            found.List,
            found.Line,
            [.. granted.Where(one => (one.Source, one.From) == (found.List.Source, found.List.From))],
            day,
            await parties.OfAsync(employee),
            await parties.OfAsync(decision.DecidedBy));
        return await SealedAsync(agency, employee, paper, cancel);
    }

    /// <summary>As of the last day in service of those days, as far as they have come.</summary>
    private async Task<(PrintParties Parties, LocalDate Day)> PartiesAsync(
        AgencyId agency, EmployeeId employee, LocalDate first, LocalDate last, bool withNames,
        CancellationToken cancel)
    {
        var end = LocalDate.Min((await register.TodayAsync(agency, cancel))!.Value, last);
        var employment = await register.FindEmploymentAsync(agency, employee, cancel);
        var day = employment?.LastDayWithin(first, end) ?? end;
        return (new PrintParties(register, names, agency, day, withNames, cancel), day);
    }

    private async Task<Printout> SealedAsync(
        AgencyId agency, EmployeeId employee, Paper paper, CancellationToken cancel)
    {
        var known = (await register.FindAgencyAsync(agency, cancel))!;
        var now = clock.Now();
        var seal = seals.Sign(new PrintClaims(
            CompactJws.Issuer,
            now.ToUnixTimeSeconds(),
            employee,
            agency,
            paper.Kind,
            paper.Of,
            paper.Figures.ToDictionary(one => one.Key, one => one.Wire)));
        return new Printout(paper, known.Name, now.InZone(known.Zone), seal);
    }

    private static Refusal NotDecided(Sentence detail) => new(RefusalKind.Conflict, RefusalCodes.NotDecided, detail);
}
