using Kinerja.Application.Events;
using Kinerja.Application.Runs;
using Kinerja.Application.Tables;
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
    AgencyDirectory register, IRunResults results, ReadObjectionTerm term, PinnedPolicies policies,
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
        if (known is not null && await StandingAsync(known.Value, claim, cancel) is { } answer)
        {
            return answer;
        }

        if (await term.FindAsync(claim.AgencyId, claim.Period, claim.EmployeeId, cancel) is not { } delivered)
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NothingToObject, $"No result of {claim.Period} was delivered.");
        }

        if (known?.Value.LeavesRoomFor(delivered.Delivery) == false)
        {
            return Taken(known.Value);
        }

        var filed = await DecideAsync(claim, delivered, cancel);
        return filed.TryGet(out var objection, out var refusal)
            ? await StoreAsync(objection with { Actor = actor }, known, cancel)
            : refusal;
    }

    /// <summary>Of equal filings at one moment each is answered with the one that was stored.</summary>
    private async Task<Result<FiledObjection>> StoreAsync(
        Objection objection, Tagged<Objection>? known, CancellationToken cancel)
    {
        var news = ObjectionNotices.Filed(objection);
        var stored = known is { Value.Ruling: not null } decided
            ? await objections.FollowAsync(decided, objection, news, cancel)
            : await objections.PutAsync(objection, known?.Tag, news, cancel);
        if (stored)
        {
            await tell.SendAllAsync(objection.Claim.AgencyId, news, cancel);
            return new FiledObjection(objection, Replayed: false);
        }

        var claim = objection.Claim;
        var faster = (await objections.FindAsync(claim.AgencyId, claim.Period, claim.EmployeeId, cancel))!.Value;
        return await StandingAsync(faster, claim, cancel) ?? Taken(faster);
    }

    /// <summary>
    /// What an objection of that id that is there already answers, also one that another followed; null when there is
    /// none.
    /// </summary>
    private async Task<Result<FiledObjection>?> StandingAsync(
        Objection known, ObjectionCommand claim, CancellationToken cancel)
    {
        var same = known.Claim.Id == claim.Id ? known
            : await objections.FindFollowedAsync(claim.AgencyId, claim.Period, claim.EmployeeId, claim.Id, cancel);
        return same is null ? null
            : same.Claim.Says(claim) ? new FiledObjection(same, Replayed: true)
            : Refusal.ReusedId("This id was used for another objection.");
    }

    private async Task<Result<Objection>> DecideAsync(
        ObjectionCommand claim, DeliveredResult delivered, CancellationToken cancel)
    {
        var run = delivered.Run;
        var agency = (await register.FindAgencyAsync(claim.AgencyId, cancel))!;
        var input = await results.FindInputAsync(run, claim.EmployeeId, cancel);
        var raterId = input?.Rating?.RaterId
            ?? (await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, cancel))?.RaterId;
        var rater = raterId is { } id ? await register.FindEmployeeAsync(claim.AgencyId, id, cancel) : null;
        var (policy, now) = (await policies.ObjectionAsync(run, cancel), clock.Now());
        var days = await policies.DaysAsync(claim.AgencyId, cancel);
        return ObjectionRules.File(
            claim,
            rater,
            delivered,
            agency.Zone,
            policy,
            days.IsWorkingDay,
            now).Then<Objection>(filed => filed with
            {
                UncoveredYears = ObjectionDeadlines.UncoveredYears(
                    filed, now.InZone(agency.Zone).Date, policy, days.IsCovered),
            });
    }

    private static Refusal Taken(Objection known) => new(
        RefusalKind.Conflict, RefusalCodes.ObjectionFiled,
        known.State == ObjectionState.Filed
            ? "There is an objection of this person to this period; it may be withdrawn first."
            : "This person's objection was decided, and no revision has changed the person's result since.");
}
