using Kinerja.Application.Policies;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Telemetry;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// A check-in as it came in. Where a NIP names the person, the claim's own id stays blank until the NIP is looked up;
/// from there on the NIP is gone.
/// </summary>
public sealed record CheckInCommand(SubmittedCheckIn Claim, Nip? Nip);

/// <summary>What became of a check-in: the stored one, and whether it had been stored before.</summary>
public sealed record RecordedCheckIn(CheckIn CheckIn, bool Replayed);

/// <summary>
/// Judges and stores one check-in with a single transaction. A resend, whenever it comes, finds the stored one and gets
/// its verdict, and so does the same fact under another id; the same id with other content is refused.
/// </summary>
public sealed class RecordCheckIn(
    AgencyDirectory register,
    NipDirectory nips,
    IDelegations delegations,
    ICheckIns checkIns,
    InvalidateMonths mark,
    TimeProvider clock)
{
    /// <param name="actor">The app that hands it in.</param>
    /// <param name="command">What it says.</param>
    /// <param name="cancel">Stops it.</param>
    /// <param name="sending">What the check-in came with; alone without one.</param>
    public async Task<Result<RecordedCheckIn>> ExecuteAsync(
        Actor actor, CheckInCommand command, CancellationToken cancel, Sending? sending = null)
    {
        var claim = command.Claim;
        if (command.Nip is { } nip)
        {
            if (await nips.FindAsync(claim.AgencyId, nip, cancel) is not { } person)
            {
                return NotFound.Nip();
            }

            claim = claim with { EmployeeId = person };
        }

        return await ExecuteAsync(actor, claim, cancel, sending);
    }

    public async Task<Result<RecordedCheckIn>> ExecuteAsync(
        Actor actor, SubmittedCheckIn claim, CancellationToken cancel, Sending? sending = null)
    {
        var now = clock.Now();
        if (await register.FindAgencyAsync(claim.AgencyId, cancel) is not { } agency)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        // By the register of the day that it tells of; a phone that says a day to come is answered by today's.
        var day = Instant.Min(claim.CapturedAt, now).InZone(agency.Zone).Date;
        var employee = await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, day, cancel);
        if (employee is null)
        {
            return NotFound.Employee(claim.EmployeeId);
        }

        var unit = await register.UnitOfAsync(claim.AgencyId, employee, day, cancel);
        var map = await register.MapOfAsync(claim.AgencyId, cancel);

        var policies = await register.PoliciesOfAsync(claim.AgencyId, PolicyKinds.CheckIn, cancel);
        var policy = policies.On(now.InZone(unit.Zone).Date);

        var judged = await WhyNotAssistedAsync(claim, employee, day, cancel) is { } no
            ? no
            : CheckInRules.Judge(claim, employee, unit, map, policy, now, sending);
        if (!judged.TryGet(out var checkIn, out var refusal))
        {
            // What was stored in time stays answered: a resend may come when its time has long passed.
            var earlier = await checkIns.FindAsync(claim.AgencyId, claim.EmployeeId, claim.Id, cancel);
            return earlier is not null && earlier.Claim.IsSameAs(claim) ? Answer(earlier, replayed: true) : refusal;
        }

        // A day is closed by the unit's zone; the place of work may be hours behind it.
        if (checkIn.WorkDate < LocalDate.Max(now.InZone(checkIn.Zone).Date, now.InZone(unit.Zone).Date))
        {
            // It may change a month that was folded already; the mark comes first, so that no fold misses it.
            var own = new DateInterval(checkIn.WorkDate, checkIn.WorkDate);
            await mark.OfCheckInsAsync(claim.AgencyId, employee.Id, own, cancel);
        }

        checkIn = checkIn with { Actor = actor.For(claim.AssistedById ?? claim.EmployeeId) };
        var stored = await checkIns.AddOrFindAsync(checkIn, cancel);
        if (stored is null)
        {
            return Answer(checkIn, replayed: false);
        }

        // Under another id it is the same fact told twice; under its own it must be the same claim.
        return stored.Claim.Id != claim.Id || stored.Claim.IsSameAs(claim)
            ? Answer(stored, replayed: true)
            : Refusal.ReusedId("This check-in id was used for another check-in.");
    }

    private async Task<Refusal?> WhyNotAssistedAsync(
        SubmittedCheckIn claim, Employee person, LocalDate day, CancellationToken cancel) =>
        claim.AssistedById is { } helper
            ? AssistanceRules.WhyNot(
                helper,
                person,
                await SuperiorLine.On(day, register, claim.AgencyId, cancel).IsAboveAsync(helper, person, cancel),
                await delegations.ListForAsync(register, claim.AgencyId, person, cancel),
                day)
            : null;

    private static RecordedCheckIn Answer(CheckIn checkIn, bool replayed)
    {
        CheckInMetrics.Recorded(checkIn, replayed);
        return new RecordedCheckIn(checkIn, replayed);
    }
}
