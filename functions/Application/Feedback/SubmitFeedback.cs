using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Feedback;

/// <summary>What became of a note: the stored one, and whether it had been stored before.</summary>
public sealed record RecordedFeedback(FeedbackNote Note, bool Replayed);

/// <summary>
/// Stores continuous feedback once and reads it back by receiver and quarter, givers named: for raters and auditors;
/// and by giver, for the giver.
/// </summary>
public sealed class SubmitFeedback(
    AgencyDirectory register, IFeedbackNotes notes, IDelegations delegations, IWorkPlans plans, TimeProvider clock)
{
    /// <summary>The 21 guides that a note of this agency may name.</summary>
    public async Task<Result<BehaviourGuideListResponse>> ListGuidesAsync(AgencyId agency, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : BehaviourGuideListResponse.All;

    public async Task<Result<RecordedFeedback>> SubmitAsync(
        Actor actor, SubmittedFeedback claim, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(claim.AgencyId, cancel);
        if (agency is null)
        {
            return NotFound.Agency(claim.AgencyId);
        }

        var giver = await register.FindEmployeeAsync(claim.AgencyId, claim.GiverId, cancel);
        var receiver = await register.FindEmployeeAsync(claim.AgencyId, claim.ReceiverId, cancel);
        if (giver is null || receiver is null)
        {
            return giver is null
                ? NotFound.Employee(claim.GiverId, "/giverId")
                : NotFound.Employee(claim.ReceiverId, "/receiverId");
        }

        var now = clock.Now();
        var note = new FeedbackNote(claim, Quarter.Of(now, agency.Zone), now) { Actor = actor.For(claim.GiverId) };
        var known = await KnownAsync(claim, note.Quarter, cancel);
        if (known is not null && known.Claim.GiverId == claim.GiverId)
        {
            return Replay(known, claim);
        }

        var acting = await delegations.ListForAsync(register, agency.Id, receiver, cancel);
        if (FeedbackRules.Accept(note, giver, receiver, acting, now.InZone(agency.Zone).Date).Refusal is { } refusal)
        {
            return refusal;
        }

        // Only now: to whoever may not write here it is not told which ids others have used.
        if (known is not null)
        {
            return Replay(known, claim);
        }

        if (claim.Row is { } row && !await IsPlannedAsync(claim, row, cancel))
        {
            return NotFound.PlanRow(row);
        }

        return await notes.AddOrFindAsync(note, cancel) is { } stored
            ? Replay(stored, claim)
            : new RecordedFeedback(note, Replayed: false);
    }

    /// <summary>
    /// A resend may come after the quarter's end, it still is the note of the quarter before; and after the giver left
    /// the role.
    /// </summary>
    private async Task<FeedbackNote?> KnownAsync(SubmittedFeedback claim, Quarter quarter, CancellationToken cancel) =>
        await notes.FindAsync(claim.AgencyId, quarter, claim.ReceiverId, claim.Id, cancel)
        ?? await notes.FindAsync(claim.AgencyId, quarter.Previous, claim.ReceiverId, claim.Id, cancel);

    /// <summary>
    /// In any version of the plan; of a plan that is kept elsewhere nothing is known, so the row is taken as given.
    /// </summary>
    private async Task<bool> IsPlannedAsync(SubmittedFeedback claim, FeedbackRow row, CancellationToken cancel)
    {
        var versions = await plans.ListVersionsAsync(claim.AgencyId, claim.ReceiverId, row.PlanFrom, cancel)
            .ToListAsync(cancel);
        return versions.Count == 0 || versions.Any(v => v.Content.Results.Any(r => r.Id == row.ResultId));
    }

    private static Result<RecordedFeedback> Replay(FeedbackNote stored, SubmittedFeedback claim) =>
        stored.Claim.IsSameAs(claim)
            ? new RecordedFeedback(stored, Replayed: true)
            : Refusal.ReusedId("This feedback id was used for another note.");

    public async Task<Result<IReadOnlyList<FeedbackNote>>> ListAsync(
        AgencyId agency,
        Quarter quarter,
        EmployeeId receiver,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, receiver, cancel) is null)
        {
            return NotFound.Employee(receiver);
        }

        return InOrder(await notes.ListAsync(agency, quarter, receiver, cancel));
    }

    /// <summary>What a person gave in a quarter, for that person alone: it tells who wrote which note.</summary>
    public async Task<Result<IReadOnlyList<FeedbackNote>>> ListGivenAsync(
        AgencyId agency, Quarter quarter, EmployeeId giver, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, giver, cancel) is null
            ? NotFound.Employee(giver)
            : InOrder(await notes.ListGivenAsync(agency, quarter, giver, cancel));

    private static List<FeedbackNote> InOrder(IEnumerable<FeedbackNote> found) =>
        [.. found.OrderBy(n => n.ReceivedAt).ThenBy(n => n.Claim.Id)];
}
