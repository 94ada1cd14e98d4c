using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>Which check-ins of a day; null narrows nothing.</summary>
public sealed record DayFilter(LocalDate Date, UnitId? Unit, EmployeeId? AssistedBy);

/// <summary>A check-in, and the person's unit on its day.</summary>
public sealed record UnitCheckIn(UnitId UnitId, CheckIn CheckIn);

/// <summary>
/// An agency's check-ins of a work date with their positions, page by page. A request looks at a bounded number of
/// them: under a narrow filter a page may be short, or empty, and still have a next one.
/// </summary>
public sealed class ReadDay(AgencyDirectory register, IDayCheckIns checkIns)
{
    /// <summary>A page ends with the person who fills it.</summary>
    internal const int PageSize = 200;

    /// <summary>How many one request looks at.</summary>
    internal const int MostLooked = 5000;

    public async Task<Result<ListPage<UnitCheckIn>>> ExecuteAsync(
        AgencyId agency, DayFilter filter, CheckInPlace? after, CancellationToken cancel)
    {
        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (filter.Unit is { } asked && await register.FindUnitAsync(agency, asked, filter.Date, cancel) is null)
        {
            return NotFound.Unit(asked);
        }

        if (filter.AssistedBy is { } by && await register.FindEmployeeAsync(agency, by, filter.Date, cancel) is null)
        {
            return NotFound.Employee(by, "/assistedById");
        }

        var (found, looked, last) = (new List<UnitCheckIn>(), 0, default(CheckInPlace?));
        await foreach (var (place, checkIn) in checkIns.ListAsync(agency, filter.Date, after, cancel))
        {
            if (last is { } done && done != place && (found.Count >= PageSize || looked >= MostLooked))
            {
                return new ListPage<UnitCheckIn>(found, done.ToString());
            }

            (looked, last) = (looked + 1, place);
            if (filter.AssistedBy is { } helper && checkIn.Claim.AssistedById != helper)
            {
                continue;
            }

            var unit = (await register.FindEmployeeAsync(agency, place.Person, filter.Date, cancel))!.UnitId;
            if (filter.Unit is null || filter.Unit == unit)
            {
                found.Add(new UnitCheckIn(unit, checkIn));
            }
        }

        return new ListPage<UnitCheckIn>(found, null);
    }
}
