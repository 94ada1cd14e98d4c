using Kinerja.Domain;
using Kinerja.Domain.Presence;

namespace Kinerja.Application;

/// <summary>What became of a check-in: the stored one, and whether it had been stored before.</summary>
public sealed record RecordedCheckIn(CheckIn CheckIn, bool Replayed);

/// <summary>
/// Judges and stores one check-in with a single insert. A resend finds the stored one and gets its verdict; the same id
/// with other content is refused.
/// </summary>
public sealed class RecordCheckIn(Register register, ICheckIns checkIns, TimeProvider clock)
{
    public async Task<Result<RecordedCheckIn>> ExecuteAsync(CheckInClaim claim, CancellationToken cancel)
    {
        var employee = await register.FindEmployeeAsync(claim.AgencyId, claim.EmployeeId, cancel);
        if (employee is null)
        {
            return Unknown.Employee(claim.EmployeeId);
        }

        var unit = await register.FindUnitAsync(claim.AgencyId, employee.UnitId, cancel)
            ?? throw new InvalidOperationException($"Employee {employee.Id} is in the missing unit {employee.UnitId}.");
        var map = await register.MapOfAsync(claim.AgencyId, cancel);

        var judged = CheckInRules.Judge(claim, employee, unit, map, CheckInPolicy.Default, clock.Now());
        if (!judged.TryGet(out var checkIn, out var refusal))
        {
            return refusal;
        }

        var stored = await EarlierAsync(checkIn, cancel) ?? await checkIns.AddOrFindAsync(checkIn, cancel);
        if (stored is null)
        {
            return new RecordedCheckIn(checkIn, Replayed: false);
        }

        return SameContent(stored.Claim, claim)
            ? new RecordedCheckIn(stored, Replayed: true)
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.ReusedId, "This check-in id was used for another check-in.")
            { Faults = [new("/id", "Already used with other content.")] };
    }

    /// <summary>
    /// The same bytes sent again look like a wrong clock, so that the day of receipt would count and with it another key.
    /// Such a check-in is looked for by its id in this month and the one before.
    /// </summary>
    private async Task<CheckIn?> EarlierAsync(CheckIn checkIn, CancellationToken cancel)
    {
        if (checkIn.TimeSource == TimeSource.Device)
        {
            return null;
        }

        var (agency, employee) = (checkIn.Claim.AgencyId, checkIn.Claim.EmployeeId);
        var month = checkIn.WorkDate.ToYearMonth();
        IEnumerable<CheckIn> known =
        [
            .. await checkIns.ListAsync(agency, month.PlusMonths(-1), employee, cancel),
            .. await checkIns.ListAsync(agency, month, employee, cancel),
        ];
        return known.FirstOrDefault(c => c.Claim.Id == checkIn.Claim.Id);
    }

    /// <summary>The time of sending may differ: a resend is sent later.</summary>
    private static bool SameContent(CheckInClaim stored, CheckInClaim claim) =>
        stored == claim with { SentAt = stored.SentAt };
}
