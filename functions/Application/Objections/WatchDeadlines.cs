using Kinerja.Application.Events;
using Kinerja.Application.FollowUp;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>
/// Looks for terms that are over: of objections and of accepted improvements. Each is marked once and told, and stands
/// on a list from then on. It decides nothing: an overdue objection stays open and keeps its period from being final.
/// </summary>
public sealed class WatchDeadlines(
    IAgencies agencies, AgencyDirectory register, IObjections objections, IProposals proposals, OutboxPublisher tell,
    TimeProvider clock)
{
    /// <summary>All agencies; how many terms were found over that were not known to be.</summary>
    public Task<int> WatchAsync(CancellationToken cancel) =>
        agencies.ForEachAsync("Watching the deadlines of", WatchAsync, cancel);

    private async Task<int> WatchAsync(Agency agency, CancellationToken cancel)
    {
        var found = await RemindAsync(agency, cancel);
        var today = clock.Now().InZone(agency.Zone).Date;
        foreach (var period in RunRules.InReach(agency, clock.Now()))
        {
            var open = await objections.ListAsync(agency.Id, period, cancel)
                .Where(o => ObjectionDeadlines.LapsedOn(o.Value, today).Any()).ToListAsync(cancel);
            foreach (var objection in open)
            {
                found += await EscalateAsync(agency, objection, today, cancel);
            }
        }

        return found;
    }

    /// <summary>The mark and what is told of it are one write.</summary>
    private async Task<int> EscalateAsync(
        Agency agency, Tagged<Objection> found, LocalDate today, CancellationToken cancel)
    {
        var marked = found.Value;
        var (terms, news) = (0, new List<OutgoingEvent>());
        foreach (var term in ObjectionDeadlines.LapsedOn(found.Value, today))
        {
            var superior = await register.FindEmployeeAsync(agency.Id, marked.SuperiorId, cancel);
            marked = ObjectionDeadlines.Mark(marked, term, superior?.RaterId, clock.Now());
            news.Add(DeadlineEvents.Overdue(marked, term, agency.Zone));
            news.AddRange(ObjectionNotices.Overdue(marked, term, agency.Zone));
            terms++;
        }

        // Whoever wrote meanwhile is a person at work on it; what is still over then is found the next time.
        if (!await objections.PutAsync(marked, found.Tag, news, cancel))
        {
            return 0;
        }

        await tell.SendAllAsync(agency.Id, news, cancel);
        return terms;
    }

    private async Task<int> RemindAsync(Agency agency, CancellationToken cancel)
    {
        var today = clock.Now().InZone(agency.Zone).Date;
        var running = await proposals.ListAsync(agency.Id, ProposalState.Decided, null, cancel)
            .Where(p => p.DueOn <= today && !p.IsReminded).Select(p => p.Id).ToListAsync(cancel);
        var found = 0;
        foreach (var id in running)
        {
            var stored = (await proposals.FindAsync(agency.Id, id, cancel))!;
            var reminded = ProposalRules.Remind(stored.Value, today, clock.Now());
            if (ReferenceEquals(reminded, stored.Value))
            {
                continue;
            }

            var news = DeadlineEvents.Due(reminded);
            found += await proposals.PutAsync(reminded, stored.Tag, news, cancel)
                && await tell.SendAsync(agency.Id, news, cancel) ? 1 : 0;
        }

        return found;
    }
}
