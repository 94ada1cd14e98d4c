using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

/// <summary>A dialogue as a client hands it over; time and version are the server's to say.</summary>
public sealed record DialogueCommand(
    ClientId Id, EmployeeId EmployeeId, EmployeeId LeaderId, EmployeeId WrittenById, DialogueContent Content)
{
    public DialogueNote At(Instant now, int version, Actor actor) =>
        new(Id, EmployeeId, LeaderId, Content, WrittenById, now, version) { Actor = actor.For(WrittenById) };
}

/// <summary>
/// Dialogues of leaders with their people: written down and changed by versions, read by person and by leader.
/// </summary>
public sealed class RecordDialogue(
    AgencyDirectory register, IDialogues dialogues, IDelegations delegations, TimeProvider clock)
{
    public async Task<Result<DialogueNote>> PutAsync(
        Actor actor, DialogueCommand claim, VersionCondition? condition, CancellationToken cancel)
    {
        var agencyId = actor.Agency;
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        var person = await register.FindEmployeeAsync(agencyId, claim.EmployeeId, cancel);
        if (agency is null || person is null)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        var standing = await dialogues.FindAsync(agencyId, claim.EmployeeId, claim.Id, cancel);
        var (now, version) = (clock.Now(), standing?.Value.Version ?? 0);
        if (standing?.Value is { } stored && stored.LeaderId == claim.LeaderId
            && stored.Content.SaysTheSameAs(claim.Content))
        {
            return stored;
        }

        var acting = await delegations.ListForAsync(register, agencyId, person, cancel);
        var accepted = DialogueRules.Accept(
            standing?.Value, claim.At(now, version + 1, actor), person, acting, now.InZone(agency.Zone).Date);
        if (!accepted.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        var fresh = condition?.Allows(version) != false;
        return fresh && await dialogues.AddVersionAsync(agencyId, next, standing?.Tag, cancel)
            ? next
            : Refusal.Stale($"The dialogue's current version is {version}, or has just changed.");
    }

    public async Task<Result<DialogueNote>> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await dialogues.FindAsync(agency, employee, id, cancel) is { } found
            ? found.Value
            : NotFound.Dialogue(id);
    }

    public async Task<Result<IReadOnlyList<DialogueNote>>> ListVersionsAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        return await dialogues.ListVersionsAsync(agency, employee, id, cancel)
            .ToListAsync(cancel) is { Count: > 0 } versions
            ? versions
            : NotFound.Dialogue(id);
    }

    /// <summary>
    /// A person's dialogues as they stand, in the order they were held; of one period when that is named.
    /// </summary>
    public async Task<Result<IReadOnlyList<DialogueNote>>> ListAsync(
        AgencyId agency, EmployeeId employee, AppraisalPeriod? period, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, employee, cancel) is null
            ? NotFound.Employee(employee)
            : await InOrderAsync(dialogues.ListAsync(agency, employee, cancel), period, cancel);

    /// <summary>A leader's with everybody, page by page in the same order.</summary>
    public async Task<Result<ListPage<DialogueNote>>> ListOfLeaderAsync(
        AgencyId agency, EmployeeId leader, AppraisalPeriod? period, string? after, int most,
        CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, leader, cancel) is null
            ? NotFound.Employee(leader, "/raterId")
            : (await OfPeriod(dialogues.ListOfLeaderAsync(agency, leader, cancel), period).ToListAsync(cancel)).After(
                after, most, d => $"{LocalDatePattern.Iso.Format(d.Content.HeldOn)}_{d.EmployeeId}_{d.Id}");

    /// <summary>
    /// What a leader and his people agreed to do and is open after its due day, by the agency's calendar.
    /// </summary>
    public async Task<Result<IReadOnlyList<OverdueAction>>> OverdueAsync(
        AgencyId agencyId, EmployeeId leader, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        if (agency is null || await register.FindEmployeeAsync(agencyId, leader, cancel) is null)
        {
            return agency is null ? NotFound.Agency(agencyId) : NotFound.Employee(leader, "/raterId");
        }

        var held = await dialogues.ListOfLeaderAsync(agencyId, leader, cancel).ToListAsync(cancel);
        return DialogueRules.Overdue(held, clock.Now().InZone(agency.Zone).Date).ToList();
    }

    private static async Task<List<DialogueNote>> InOrderAsync(
        IAsyncEnumerable<DialogueNote> found, AppraisalPeriod? period, CancellationToken cancel) =>
        await OfPeriod(found, period)
            .OrderBy(d => d.Content.HeldOn).ThenBy(d => d.EmployeeId).ThenBy(d => d.Id)
            .ToListAsync(cancel);

    private static IAsyncEnumerable<DialogueNote> OfPeriod(
        IAsyncEnumerable<DialogueNote> found, AppraisalPeriod? period) =>
        found.Where(d => period is null || d.Content.Period == period);
}
