using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;

namespace Kinerja.Application.WorkPlans;

/// <summary>A person's daily entries, and what they come to for the rater.</summary>
public sealed class ReadDailyEntries(
    AgencyDirectory register, IWorkforce workforce, IDelegations delegations, IDailyEntries entries)
{
    /// <summary>By day and id; a draft is the person's own.</summary>
    public async Task<Result<ListPage<DailyEntry>>> OfPersonAsync(
        AgencyId agency, EmployeeId employee, Quarter quarter, bool withDrafts, string? after, int most,
        CancellationToken cancel)
    {
        if (await register.FindEmployeeAsync(agency, employee, cancel) is null)
        {
            return NotFound.Employee(employee);
        }

        var all = await OfQuarterAsync(agency, employee, quarter, cancel);
        var shown = withDrafts ? all : [.. all.Where(entry => entry.State != DailyEntryState.Draft)];
        return shown.After(after, most, KeyOf);
    }

    /// <summary>
    /// What waits for somebody who rates today, of record or as a delegate: this year's and the last one's.
    /// </summary>
    public async Task<Result<ListPage<DailyEntry>>> WaitingAsync(
        AgencyId agency, EmployeeId rater, string? after, int most, CancellationToken cancel)
    {
        if (!(await PeopleAsync(agency, rater, cancel)).TryGet(out var people, out var refusal))
        {
            return refusal;
        }

        var year = (await register.TodayAsync(agency, cancel))!.Value.Year;
        var waiting = new List<DailyEntry>();
        foreach (var person in people)
        {
            waiting.AddRange(await entries.ListSubmittedAsync(agency, person.Id, year - 1, cancel).ToListAsync(cancel));
            waiting.AddRange(await entries.ListSubmittedAsync(agency, person.Id, year, cancel).ToListAsync(cancel));
        }

        return waiting.After(after, most, KeyOf);
    }

    /// <summary>Of each person whom somebody rates today, by id.</summary>
    public async Task<Result<ListPage<DailyProgress>>> CountAsync(
        AgencyId agency, EmployeeId rater, Quarter quarter, string? after, int most, CancellationToken cancel)
    {
        if (!(await PeopleAsync(agency, rater, cancel)).TryGet(out var people, out var refusal))
        {
            return refusal;
        }

        var page = people.After(after, most, person => person.Id.ToString());
        var counted = new List<DailyProgress>(page.Items.Count);
        foreach (var person in page.Items)
        {
            counted.Add(DailyProgress.Of(person.Id, await OfQuarterAsync(agency, person.Id, quarter, cancel)));
        }

        return new ListPage<DailyProgress>(counted, page.Next);
    }

    private async Task<Result<IReadOnlyList<Employee>>> PeopleAsync(
        AgencyId agency, EmployeeId rater, CancellationToken cancel) =>
        await register.FindEmployeeAsync(agency, rater, cancel) is not { } known
            ? NotFound.Employee(rater, "/raterId")
            : (await delegations.ListRatedTodayAsync(register, workforce, agency, known, cancel)).ToList();

    private async Task<List<DailyEntry>> OfQuarterAsync(
        AgencyId agency, EmployeeId employee, Quarter quarter, CancellationToken cancel) =>
        await entries.ListAsync(agency, employee, quarter.FirstDay, quarter.EndDay, cancel).ToListAsync(cancel);

    private static string KeyOf(DailyEntry entry) =>
        $"{TableKeys.Day(entry.Day)}_{entry.EmployeeId}_{entry.Id}";
}
