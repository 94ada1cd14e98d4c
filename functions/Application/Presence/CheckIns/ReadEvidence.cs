using Kinerja.Application.Geofencing;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>How much of where a person was somebody may see.</summary>
public enum EvidenceSight
{
    /// <summary>Verdicts alone.</summary>
    Verdicts,

    /// <summary>Positions and areas, but neither a home's outline nor a position at home.</summary>
    Work,

    /// <summary>Everything: it is the person's own.</summary>
    Own,
}

/// <summary>
/// A person's check-ins of a work date, by the time that counts, and the areas that they were judged by, each in the
/// version of then.
/// </summary>
public sealed record DayEvidence(
    EmployeeId EmployeeId, LocalDate Date, IReadOnlyList<CheckIn> CheckIns, IReadOnlyList<Geofence> Fences,
    EvidenceSight Sight)
{
    /// <summary>Where a check-in was, if that may be seen.</summary>
    internal Position? PositionOf(CheckIn checkIn) =>
        Sight == EvidenceSight.Own || (Sight == EvidenceSight.Work && !checkIn.Verdict.IsAtHome)
            ? checkIn.Claim.Position
            : null;
}

/// <summary>What a day is judged by, to be drawn: for the person, and for whoever rules on the day.</summary>
public sealed class ReadEvidence(AgencyDirectory register, ICheckIns checkIns, IGeofences fences)
{
    public async Task<Result<DayEvidence>> ExecuteAsync(
        AgencyId agency, EmployeeId employee, LocalDate date, EvidenceSight sight, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var day = (await checkIns.ListAsync(agency, new DateInterval(date, date), employee, cancel))
            .OrderBy(one => one.TimeThatCounts).ThenBy(one => one.Claim.Id).ToList();
        var judged = day.Select(one => one.Verdict)
            .Where(verdict => verdict.FenceId is not null && Shows(sight, verdict.FenceKind!.Value))
            .Select(verdict => (Id: verdict.FenceId!.Value, Version: verdict.FenceVersion!.Value))
            .Distinct().OrderBy(one => one.Id.ToString(), StringComparer.Ordinal).ThenBy(one => one.Version);
        var drawn = new List<Geofence>();
        foreach (var (id, version) in judged)
        {
            if (await fences.FindVersionAsync(agency, id, version, cancel) is { } fence)
            {
                drawn.Add(fence);
            }
        }

        return new DayEvidence(employee, date, day, drawn, sight);
    }

    private static bool Shows(EvidenceSight sight, GeofenceKind kind) =>
        sight == EvidenceSight.Own || (sight == EvidenceSight.Work && kind != GeofenceKind.Home);
}
