using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>
/// Looks which questionnaires of the nation are over: queues the counting of each agency that is asked, and calls one
/// counted when all of them are. It may run as often as it likes.
/// </summary>
public sealed class PlanSurveyCounts(
    IAgencies agencies, ISurveys surveys, ISurveyCounts counts, ISurveyQueue queue, TimeProvider clock)
{
    /// <summary>Returns how many agencies were queued.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var due = await surveys.ListAsync(DocumentOwner.Nation, cancel)
            .Where(known => known.Value.IsOver(now))
            .Where(known => !known.Value.IsCounted(known.Value.ClosingIn(NationalClock.Zone)))
            .ToListAsync(cancel);
        if (due.Count == 0)
        {
            return 0;
        }

        var (all, queued) = (await agencies.ListAsync(cancel).Select(agency => agency.Id).ToListAsync(cancel), 0);
        foreach (var known in due)
        {
            queued += await PlanAsync(known, [.. all.Where(known.Value.Asks)], now, cancel);
        }

        return queued;
    }

    private async Task<int> PlanAsync(
        Tagged<Survey> known, IReadOnlyList<AgencyId> asked, Instant now, CancellationToken cancel)
    {
        var (survey, closing) = (known.Value, known.Value.ClosingIn(NationalClock.Zone));
        var done = await counts.ListAsync(DocumentOwner.Nation, survey.Id, cancel)
            .Where(count => count.Closing == closing && count.IsDone).Select(count => count.Asked.Agency)
            .ToHashSetAsync(cancellationToken: cancel);
        var steps = asked.Where(agency => !done.Contains(agency))
            .Select(agency => new SurveyStep(survey.Id, agency, closing)).ToList();
        if (steps.Count == 0)
        {
            // Whoever extends it meanwhile wins.
            await surveys.PutAsync(
                DocumentOwner.Nation, survey with { Counted = [.. survey.Counted, new(closing, now)] }, known.Tag,
                cancel);
        }

        await queue.SendAsync(steps, cancel);
        return steps.Count;
    }
}

internal static class NationalSurveys
{
    /// <summary>Whoever was answering at midnight has been stored by then.</summary>
    private static readonly Duration Margin = Duration.FromMinutes(15);

    /// <summary>Whether its last day is over everywhere, and its answers can be counted.</summary>
    internal static bool IsOver(this Survey survey, Instant now) =>
        SurveyRules.WhyNoResults(survey, (now - Margin).InZone(NationalClock.Zone).Date) is null;
}
