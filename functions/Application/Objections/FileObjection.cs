using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Objections;

/// <summary>An objection as it stands, and whether this filing had been heard before.</summary>
public sealed record FiledObjection(Objection Objection, bool Replayed);

/// <summary>
/// Takes a person's objection to what a run delivered: read the result and the terms, decide, write once.
/// </summary>
public sealed class FileObjection(
    AgencyDirectory register, IRuns runs, IRunResults results, ReadObjectionTerm term, PinnedPolicies policies,
    IObjections objections, OutboxPublisher tell, TimeProvider clock)
{
    public async Task<Result<FiledObjection>> ExecuteAsync(
        Actor actor, ObjectionCommand claim, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, cancel) is null)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        var known = await objections.FindAsync(claim.AgencyId, claim.Period, claim.EmployeeId, cancel);
        if (known is not null && Standing(known.Value, claim) is { } answer)
        {
            return answer;
        }

        if (await DeliveredAsync(claim, cancel) is not { } run)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NothingToObject, $"No result of {claim.Period} was delivered.");
        }

        var filed = await DecideAsync(claim, run, cancel);
        return filed.TryGet(out var objection, out var refusal)
            ? await StoreAsync(objection with { Actor = actor }, known?.Tag, cancel)
            : refusal;
    }

    /// <summary>The newest revision that was published; one that is on its way is not delivered yet.</summary>
    private async Task<EvaluationRun?> DeliveredAsync(ObjectionCommand claim, CancellationToken cancel) =>
        await runs.ListAsync(claim.AgencyId, claim.Period, cancel).LastOrDefaultAsync(
            r => r.PublishedAt is not null, cancel);

    /// <summary>Of equal filings at one moment each is answered with the one that was stored.</summary>
    private async Task<Result<FiledObjection>> StoreAsync(Objection objection, string? tag, CancellationToken cancel)
    {
        var news = ObjectionNotices.Filed(objection);
        if (await objections.PutAsync(objection, tag, news, cancel))
        {
            await tell.SendAllAsync(objection.Claim.AgencyId, news, cancel);
            return new FiledObjection(objection, Replayed: false);
        }

        var claim = objection.Claim;
        var faster = await objections.FindAsync(claim.AgencyId, claim.Period, claim.EmployeeId, cancel);
        return faster is not null && Standing(faster.Value, claim) is { } answer ? answer : Taken();
    }

    /// <summary>What an objection that is there already answers; null when another may be filed in its place.</summary>
    private static Result<FiledObjection>? Standing(Objection known, ObjectionCommand claim)
    {
        if (known.Claim.Says(claim))
        {
            return new FiledObjection(known, Replayed: true);
        }

        if (known.Claim.Id == claim.Id)
        {
            return Refusal.ReusedId("This id was used for another objection.");
        }

        if (known.State != ObjectionState.Withdrawn)
        {
            return Taken();
        }

        return null;
    }

    private async Task<Result<Objection>> DecideAsync(
        ObjectionCommand claim, EvaluationRun run, CancellationToken cancel)
    {
        var agency = (await register.FindAgencyAsync(claim.AgencyId, cancel))!;
        var input = await results.FindInputAsync(run, claim.EmployeeId, cancel);
        var raterId = input?.Rating?.RaterId
            ?? (await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, cancel))?.RaterId;
        var rater = raterId is { } id ? await register.FindEmployeeAsync(claim.AgencyId, id, cancel) : null;
        var delivery = await term.FindAsync(run, claim.EmployeeId, cancel);
        var (policy, now) = (await policies.ObjectionAsync(run, cancel), clock.Now());
        var days = await policies.DaysAsync(claim.AgencyId, cancel);
        return ObjectionRules.File(
            claim,
            rater,
            new Delivered(
                run.Revision,
                delivery?.Until ?? run.ObjectionsUntil!.Value,
                agency.Zone,
                input is not null,
                run.State == RunState.Final)
            {
                DeemedOn = delivery?.DeemedOn,
                ReceivedAt = delivery?.Receipt?.At,
            },
            policy,
            days.IsWorkingDay,
            now).Then<Objection>(filed => filed with
            {
                UncoveredYears = ObjectionDeadlines.UncoveredYears(
                    filed, now.InZone(agency.Zone).Date, policy, days.IsCovered),
            });
    }

    private static Refusal Taken() => new(
        RefusalKind.Conflict, RefusalCodes.ObjectionFiled,
        "There is an objection of this person to this period; it may be withdrawn first.");
}
