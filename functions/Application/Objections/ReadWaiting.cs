using Kinerja.Application.Notices;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Presence.Reviews;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Objections;

/// <summary>How much waits for one person: to be seen, and to be decided; of each at most 100 are counted.</summary>
public sealed record Waiting(int Unseen, int Corrections, int Reviews, int Objections, int Swaps)
{
    /// <summary>What the person can do about results, and until when.</summary>
    public required IReadOnlyList<OpenAct> Acts { get; init; }
}

/// <summary>What a person's app shows beside the name: how much waits.</summary>
public sealed class ReadWaiting(
    AgencyDirectory register, ReadInbox inbox, ReadCorrections corrections, ReadReviews reviews,
    ListWaitingSwaps swaps, IObjections objections, ReadOpenActs openActs, TimeProvider clock)
{
    private const int Most = 100;

    public async Task<Result<Waiting>> ExecuteAsync(AgencyId agencyId, EmployeeId person, CancellationToken cancel)
    {
        var agency = await register.FindAgencyAsync(agencyId, cancel);
        if (agency is null || await register.FindEmployeeAsync(agencyId, person, cancel) is null)
        {
            return NotFound.Employee(person);
        }

        var asked = await corrections.InboxAsync(agencyId, person, null, Most, cancel);
        var open = await reviews.ListAsync(agencyId, person, ReviewState.Open, null, cancel);
        var swapped = await swaps.ExecuteAsync(agencyId, person, null, Most, cancel);
        var today = clock.Now().InZone(agency.Zone).Date;
        var filed = await RunRules.InReach(agency, clock.Now()).ToAsyncEnumerable()
            .SelectMany(period => objections.ListAsync(agencyId, period, cancel))
            .Where(o => o.Value.State == ObjectionState.Filed && (o.Value.SuperiorId == person
                || (o.Value.Overdue?.ToId == person && o.Value.HasPassedOn(today))))
            .Take(Most).CountAsync(cancel);
        var unseen = await inbox.CountUnseenAsync(agencyId, person, cancel);
        var acts = await openActs.ExecuteAsync(agencyId, person, cancel);
        return new Waiting(
            Math.Min(unseen, Most), asked.Value.Items.Count, open.Value.Reviews.Count, filed, swapped.Value.Items.Count)
        {
            Acts = acts.Value,
        };
    }
}
