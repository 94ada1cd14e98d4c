using Kinerja.Application.Ranking;
using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>Until when one person may object, from what each published revision came to for the person.</summary>
public sealed class ReadObjectionTerm(IRuns runs, IRunResults results, IRankings rankings)
{
    /// <summary>Null when no revision up to that one was published, or none took the person in.</summary>
    public async Task<LocalDate?> FindAsync(EvaluationRun upTo, EmployeeId person, CancellationToken cancel)
    {
        var deliveries = new List<(DeliveredOutcome, LocalDate)>();
        await foreach (var run in runs.ListAsync(upTo.AgencyId, upTo.Period, cancel))
        {
            if (run is { PublishedAt: not null, ObjectionsUntil: { } until } && run.Revision <= upTo.Revision
                && await results.FindEvaluationAsync(run, person, cancel) is { } evaluation)
            {
                var place = await rankings.FindPlaceAsync(run, person, cancel);
                deliveries.Add((DeliveredOutcome.Of(evaluation.Assessment, place?.Top), until));
            }
        }

        return deliveries.Count == 0 ? null : ObjectionTerms.LastDayOf(deliveries);
    }
}
