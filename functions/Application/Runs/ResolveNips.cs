using Kinerja.Application.Events;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>Whose NIPs are asked for, why, and in whose published result they stand.</summary>
public sealed record NipResolutionCommand(
    string Purpose, AppraisalPeriod Period, IReadOnlyList<EmployeeId> EmployeeIds);

/// <summary>What was recorded, and what is answered: each id stands in one of the three.</summary>
public sealed record ResolvedNips(
    NipResolution Resolution, IReadOnlyList<(EmployeeId EmployeeId, Nip Nip)> People,
    IReadOnlyList<EmployeeId> Unknown, IReadOnlyList<EmployeeId> WithoutNip);

/// <summary>
/// Gives NIPs for surrogate ids, for who pays or keeps records of people under their NIP. The agency's own apps may
/// ask, and ministries that receive its results of that period. Only people of that published result have an answer.
/// Every answer has its record first; who cannot be recorded gets no NIP.
/// </summary>
public sealed class ResolveNips(
    AgencyDirectory register, IRuns runs, IRunResults results, RevealNips reveal, INipResolutions records)
{
    private const int MostReadsAtOnce = 32;

    /// <param name="actor">Who asks.</param>
    /// <param name="agency">Whose people.</param>
    /// <param name="subscriptions">Names that the caller's token holds; one that nobody knows takes nothing.</param>
    /// <param name="asked">The question.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<Result<ResolvedNips>> ExecuteAsync(
        Actor actor, AgencyId agency, IEnumerable<string> subscriptions, NipResolutionCommand asked,
        CancellationToken cancel)
    {
        if (agency != actor.Agency && !subscriptions.Select(name => Subscription.All.GetValueOrDefault(name))
            .Any(one => one is not null && one.NamesPeopleOf(agency, asked.Period)))
        {
            return new Refusal(
                RefusalKind.NotAllowed,
                RefusalCodes.WrongAgency,
                $"The token speaks for {actor.Agency} and holds no subscription to results of {asked.Period} there.");
        }

        if (await register.FindAgencyAsync(agency, cancel) is null)
        {
            return NotFound.Agency(agency);
        }

        if (!(await PublishedAsync(agency, asked.Period, cancel)).TryGet(out var run, out var refusal))
        {
            return refusal;
        }

        var known = await KnownAsync(run, asked.EmployeeIds, cancel);
        var (record, nips) = await reveal.ExecuteAsync(actor, asked.Purpose, run, asked.EmployeeIds, known, cancel);
        return new ResolvedNips(
            record,
            [.. known.Where(nips.ContainsKey).Select(person => (person, nips[person]))],
            [.. asked.EmployeeIds.Except(known)],
            [.. known.Where(person => !nips.ContainsKey(person))]);
    }

    /// <summary>For the agency's personnel office: who asked, when and why.</summary>
    public async Task<Result<ListPage<NipResolution>>> ListAsync(
        AgencyId agency, string? after, int most, CancellationToken cancel) =>
        await register.FindAgencyAsync(agency, cancel) is null
            ? NotFound.Agency(agency)
            : await records.PageAsync(agency, after, most, cancel);

    private async Task<Result<EvaluationRun>> PublishedAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        await runs.FindDeliveredAsync(agency, period, cancel) is { } published ? published
            : await runs.FindAsync(agency, period, cancel) is null ? NotFound.Run(period)
            : new Refusal(
                RefusalKind.Conflict, RefusalCodes.RankingNotReady, $"The run of {period} has not published yet.");

    /// <summary>Whoever the result names, with a predicate or without one.</summary>
    private async Task<IReadOnlyList<EmployeeId>> KnownAsync(
        EvaluationRun run, IReadOnlyList<EmployeeId> people, CancellationToken cancel)
    {
        var known = new List<EmployeeId>();
        foreach (var some in people.Chunk(MostReadsAtOnce))
        {
            var found = await Task.WhenAll(some.Select(one => results.FindEvaluationAsync(run, one, cancel)));
            known.AddRange(some.Zip(found).Where(pair => pair.Second is not null).Select(pair => pair.First));
        }

        return known;
    }
}
