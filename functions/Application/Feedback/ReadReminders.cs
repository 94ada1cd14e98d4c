using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Feedback;

/// <summary>Whom a leader has not given feedback in a quarter, of how many whom he rates.</summary>
public sealed record LeaderReminder(EmployeeId RaterId, Quarter Quarter, int Rated, IReadOnlyList<Employee> NotHeard);

/// <summary>A rater who gave nobody a leader's feedback in a quarter, and how many people he rates.</summary>
public sealed record SilentRater(EmployeeId RaterId, int Rated);

/// <summary>A page of silent raters and where the next one begins; null when there is none.</summary>
public sealed record SilentRaterPage(IReadOnlyList<SilentRater> Raters, EmployeeId? Next);

/// <summary>
/// Who has been left without a leader's word in a quarter (PermenPANRB 6/2022: feedback is ongoing). A leader's note
/// counts whoever gave it as leader, also a delegate or the rater of before; what is owed moves to today's rater. It
/// reminds and has no other effect.
/// </summary>
public sealed class ReadReminders(
    AgencyDirectory register, IWorkforce workforce, IFeedbackNotes notes, TimeProvider clock)
{
    private const int PageSize = 100;

    public async Task<Result<LeaderReminder>> OfLeaderAsync(
        AgencyId agencyId, Quarter quarter, EmployeeId rater, CancellationToken cancel)
    {
        if (await FaultAsync(agencyId, quarter, cancel) is { } fault)
        {
            return fault;
        }

        if (await register.FindEmployeeAsync(agencyId, rater, cancel) is null)
        {
            return NotFound.Employee(rater, "/raterId");
        }

        var today = (await register.TodayAsync(agencyId, cancel))!.Value;
        var (rated, silent) = (0, new List<Employee>());
        await foreach (var person in workforce.ListRatedByAsync(agencyId, rater, today, cancel))
        {
            var service = (await register.FindEmploymentAsync(agencyId, person.Id, cancel))!;
            if (!FeedbackRules.IsOwedFeedback(service, quarter))
            {
                continue;
            }

            rated++;
            var heard = await notes.ListAsync(agencyId, quarter, person.Id, cancel);
            if (!heard.Any(n => n.Claim.Role == GiverRole.Leader))
            {
                silent.Add(person);
            }
        }

        return new LeaderReminder(rater, quarter, rated, silent);
    }

    /// <summary>
    /// By id, a hundred a page. Every page goes through the agency's people and the quarter's leader notes.
    /// </summary>
    public async Task<Result<SilentRaterPage>> SilentAsync(
        AgencyId agencyId, Quarter quarter, EmployeeId? after, CancellationToken cancel)
    {
        if (await FaultAsync(agencyId, quarter, cancel) is { } fault)
        {
            return fault;
        }

        var givers = await notes.LeadersAsync(agencyId, quarter, cancel);
        var raters = new SortedDictionary<EmployeeId, int>();
        var today = (await register.TodayAsync(agencyId, cancel))!.Value;
        await foreach (var person in workforce.ListEmployeesAsync(agencyId, HashRange.All, cancel))
        {
            if (person.On(today) is { Active: true, RaterId: { } rater }
                && FeedbackRules.IsOwedFeedback(person, quarter)
                && !givers.Contains(rater))
            {
                raters[rater] = raters.GetValueOrDefault(rater) + 1;
            }
        }

        List<SilentRater> found =
        [
            .. raters.Where(r => after is not { } last || r.Key.CompareTo(last) > 0)
                .Take(PageSize + 1).Select(r => new SilentRater(r.Key, r.Value)),
        ];
        return found.Count > PageSize
            ? new SilentRaterPage(found[..PageSize], found[PageSize - 1].RaterId)
            : new SilentRaterPage(found, null);
    }

    private async Task<Refusal?> FaultAsync(AgencyId agencyId, Quarter quarter, CancellationToken cancel) =>
        await register.FindAgencyAsync(agencyId, cancel) is { } agency
            ? Domain.Evaluation.RatingRules.HasBegun(quarter, agency, clock.Now())
            : NotFound.Agency(agencyId);
}
