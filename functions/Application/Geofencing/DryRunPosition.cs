using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Geofencing;

/// <summary>What is asked in a dry run of a position: where, whose (null: anybody's) and when.</summary>
public sealed record PositionQuestion(Position Position, EmployeeId? EmployeeId, Instant At);

/// <summary>A dry run of a position against the fences in force: nothing is stored.</summary>
public sealed class DryRunPosition(AgencyDirectory register, ExpensiveWorkLane lane)
{
    /// <summary>
    /// Some milliseconds; a fix that may be anywhere in the country looks at every corner of every fence there.
    /// </summary>
    private const long MostCheapVertices = 100_000;

    public async Task<Result<PositionDryRun>> ExecuteAsync(
        AgencyId agency, PositionQuestion question, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        Employee? employee = null;
        if (question.EmployeeId is { } id && (employee = await register.FindEmployeeAsync(agency, id, cancel)) is null)
        {
            return NotFound.Employee(id);
        }

        var map = await register.MapOfAsync(agency, cancel);
        Result<PositionDryRun> Try(CancellationToken stop) =>
            PositionDryRun.Of(map, question.Position, employee, question.At, stop);
        return PositionDryRun.VerticesInReach(map, question.Position) > MostCheapVertices
            ? await lane.RunAsync(agency, Try, cancel)
            : Try(cancel);
    }
}
