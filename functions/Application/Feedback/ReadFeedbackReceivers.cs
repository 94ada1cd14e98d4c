using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Feedback;

/// <summary>Somebody to whom a person may give feedback today, and the person's role in it.</summary>
public sealed record FeedbackReceiver(EmployeeId EmployeeId, UnitId UnitId, GiverRole Role);

/// <summary>
/// To whom a person may give feedback today as <see cref="FeedbackRules"/> has it: those whom one rates, of record or
/// as a delegate, one's own rater, and the others of the unit. Whom one may say to have been served by is not in it.
/// </summary>
public sealed class ReadFeedbackReceivers(AgencyDirectory register, IWorkforce workforce, IDelegations delegations)
{
    /// <summary>In service, by id and role, page by page; of whoever has left service there is none.</summary>
    public async Task<Result<ListPage<FeedbackReceiver>>> ExecuteAsync(
        AgencyId agency, EmployeeId employee, string? after, int most, CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is not { } giver
            || await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Employee(employee);
        }

        var rated = await delegations.ListRatedTodayAsync(register, workforce, agency, giver, cancel);
        var led = rated.Select(one => one.Id).ToHashSet();
        var rater = giver.RaterId is { } above ? await register.FindEmployeeAsync(agency, above, cancel) : null;
        var unit = await workforce.ListOfUnitAsync(agency, giver.UnitId, today, cancel).ToListAsync(cancel);
        return rated.Concat(unit).Concat(rater is { Active: true } ? [rater] : [])
            .DistinctBy(one => one.Id)
            .SelectMany(one => FeedbackRules.RolesOf(giver, one, led.Contains(one.Id))
                .Select(role => new FeedbackReceiver(one.Id, one.UnitId, role)))
            .After(after, most, one => $"{one.EmployeeId}_{JsonFormat.Name(one.Role)}");
    }
}

public sealed record FeedbackReceiverListResponse(IReadOnlyList<FeedbackReceiver> Receivers);
