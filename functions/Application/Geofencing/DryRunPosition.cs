using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>What is asked in a dry run of a position: where, whose (null: anybody's) and when.</summary>
public sealed record PositionQuestion(Position Position, EmployeeId? EmployeeId, Instant At);

/// <summary>What the fences say, and the reason that a check-in there and then would be given for its place.</summary>
public sealed record DryRunVerdict(PositionDryRun Seen, CheckInReason Reason);

/// <summary>
/// A dry run of a position against the fences in force: nothing is stored. As for a check-in, the person is asked for
/// as registered on that day, and the agency's policy of that day says which accuracy is of use.
/// </summary>
public sealed class DryRunPosition(AgencyDirectory register, ExpensiveWorkLane lane)
{
    /// <summary>
    /// Some milliseconds; a fix that may be anywhere in the country looks at every corner of every fence there.
    /// </summary>
    private const long MostCheapVertices = 100_000;

    public async Task<Result<DryRunVerdict>> ExecuteAsync(
        AgencyId agency, PositionQuestion question, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is not { } known)
        {
            return NotFound.Agency(agency);
        }

        var day = question.At.InZone(known.Zone).Date;
        Employee? employee = null;
        if (question.EmployeeId is { } id
            && (employee = await register.FindEmployeeAsync(agency, id, day, cancel)) is null)
        {
            return NotFound.Employee(id);
        }

        var zone = employee is null ? known.Zone : (await register.UnitOfAsync(agency, employee, day, cancel)).Zone;
        var policies = await register.PoliciesOfAsync(agency, PolicyKinds.CheckIn, cancel);
        var policy = policies.On(question.At.InZone(zone).Date);
        var map = await register.MapOfAsync(agency, cancel);
        var isUsable = policy.CanUse(question.Position);
        Result<DryRunVerdict> Try(CancellationToken stop)
        {
            var seen = PositionDryRun.Of(map, question.Position, employee, question.At, isUsable, stop);
            return new DryRunVerdict(seen, CheckInRules.PlaceReasonOf(seen.Best, question.Position, policy));
        }

        return isUsable && PositionDryRun.VerticesInReach(map, question.Position) > MostCheapVertices
            ? await lane.RunAsync(agency, Try, cancel)
            : Try(cancel);
    }
}
