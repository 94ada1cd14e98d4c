using Kinerja.Application.Evaluation;
using Kinerja.Application.Events;
using Kinerja.Application.Notices;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Notices;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>
/// Keeps a run back while there is nothing to rank, and tells whom it waits for. An empty ranking would be final like
/// any other, and say that nobody in the agency has done anything.
/// </summary>
public sealed class HoldRun(
    RunPeople people, IRatings ratings, RunUnitsCache units, PinnedPolicies policies, FindMissingRatings missing,
    OutboxPublisher tell)
{
    /// <summary>
    /// Whether anybody of the period would be assessed as things stand, by the run's own policies. It ends at the first
    /// one, and where nobody is rated it reads nothing else.
    /// </summary>
    public async Task<bool> AnyToRankAsync(EvaluationRun run, CancellationToken cancel)
    {
        RunUnits? known = null;
        EvaluationPolicy? policy = null;
        await foreach (var rating in ratings.ListAsync(run.AgencyId, run.Period, HashRange.All, cancel))
        {
            if (await people.FindAsync(run.AgencyId, rating.EmployeeId, run.Period, cancel) is not { } person)
            {
                continue;
            }

            known ??= await units.ReadNowAsync(run, cancel);
            policy ??= await policies.EvaluationAsync(run, cancel);
            if (Evaluator.OutcomeOf(known.InputOf(person, rating, default, 0), policy).Assessment is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Tells the personnel office by an event, and each rater in the inbox. The run's row is the outbox: it says until
    /// then that its planner has something to send.
    /// </summary>
    public async Task TellAsync(EvaluationRun held, CancellationToken cancel)
    {
        var found = await missing.OfPeriodAsync(held.AgencyId, held.Period, cancel);
        var notices = found.ByRater.OrderBy(one => one.Key).Select(one => new Notice(
            held.AgencyId, one.Key, NoticeCode.RunHeld, new() { Period = held.Period, Count = one.Value },
            held.PlannedAt));
        await tell.PublishAsync([RunEvents.Held(held, found), .. NoticeEvents.Of(notices)], cancel);
    }
}
