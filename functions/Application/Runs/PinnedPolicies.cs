using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Policies;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Runs;

/// <summary>The versions by which a run is made, each by its name.</summary>
public sealed record PolicyNames(string Evaluation, string Ranking, string Objection, string Distribution);

/// <summary>
/// The policies of runs. A run is planned with what holds on its period's last day and names the versions; from then on
/// they are read by those names, an agency's, the nation's or shipped ones, so that a past run is repeated with its own
/// whatever was written or shipped since.
/// </summary>
public sealed class PinnedPolicies(IPolicies policies, ShippedPolicies shipped)
{
    /// <summary>What holds on the period's last day, by name.</summary>
    public async Task<PolicyNames> HoldingAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) => new(
        (await HoldingAsync(agency, period, PolicyKinds.Evaluation, cancel)).Version,
        (await HoldingAsync(agency, period, PolicyKinds.Ranking, cancel)).Version,
        (await HoldingAsync(agency, period, PolicyKinds.Objection, cancel)).Version,
        (await HoldingAsync(agency, period, PolicyKinds.Distribution, cancel)).Version);

    /// <summary>What holds on the period's last day.</summary>
    public Task<EvaluationPolicy> EvaluationAsync(AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        HoldingAsync(agency, period, PolicyKinds.Evaluation, cancel);

    public Task<EvaluationPolicy> EvaluationAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Evaluation, run.EvaluationPolicyVersion, cancel);

    /// <summary>Without a top share where the run's period is not ranked.</summary>
    public async Task<RankingPolicy> RankingAsync(EvaluationRun run, CancellationToken cancel) =>
        (await NamedAsync(run.AgencyId, PolicyKinds.Ranking, run.RankingPolicyVersion, cancel)).For(run.Period);

    public Task<ObjectionPolicy> ObjectionAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Objection, run.ObjectionPolicyVersion, cancel);

    public Task<DistributionPolicy> DistributionAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Distribution, run.DistributionPolicyVersion, cancel);

    /// <summary>
    /// An agency's documents of a kind for what follows a run: as they stand, and once it is final as they stood then.
    /// What is written afterwards changes nothing of a final result, whatever day it is dated to, nor of one that is
    /// opened again.
    /// </summary>
    public Task<PolicyTimeline<T>> FollowingAsync<T>(
        EvaluationRun run, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        policies.TimelineAsync(run.AgencyId, kind, shipped, run.FinalAt, cancel);

    /// <summary>What terms count as days, read once for all that are counted.</summary>
    public async Task<CountedDays> DaysAsync(AgencyId agency, CancellationToken cancel) =>
        new(await policies.TimelineAsync(agency, PolicyKinds.Calendar, shipped, cancel));

    private async Task<T> HoldingAsync<T>(
        AgencyId agency, AppraisalPeriod period, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        (await policies.TimelineAsync(agency, kind, shipped, cancel)).On(period.LastDay);

    private async Task<T> NamedAsync<T>(AgencyId agency, PolicyKind<T> kind, string name, CancellationToken cancel)
        where T : class
    {
        if (shipped.Find(kind, name) is { } version)
        {
            return version;
        }

        var document = await policies.DocumentsAsync(agency, kind, cancel).FirstOrDefaultAsync(
            d => d.Name == name, cancel);
        return document is not null
            ? kind.ReadStored(document)
            : throw new InvalidOperationException($"{agency} has no policy {name}, which a run of it names.");
    }
}
