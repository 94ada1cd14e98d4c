using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Objections;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// The policies of runs. A run is planned with what holds on its period's last day and names the versions; from then on they
/// are read by those names, so that a past run is repeated with its own whatever was written since.
/// </summary>
public sealed class PinnedPolicies(IPolicies policies)
{
    public async Task<EvaluationRun> NameAsync(EvaluationRun run, CancellationToken cancel) => run with
    {
        EvaluationPolicyVersion = (await HoldingAsync(run, PolicyKinds.Evaluation, cancel)).Version,
        RankingPolicyVersion = (await HoldingAsync(run, PolicyKinds.Ranking, cancel)).Version,
        ObjectionPolicyVersion = (await HoldingAsync(run, PolicyKinds.Objection, cancel)).Version,
        DistributionPolicyVersion = (await HoldingAsync(run, PolicyKinds.Distribution, cancel)).Version,
    };

    public Task<EvaluationPolicy> EvaluationAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Evaluation, EvaluationPolicy.Default, p => p.Version, run.EvaluationPolicyVersion, cancel);

    public Task<RankingPolicy> RankingAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Ranking, RankingPolicy.Default, p => p.Version, run.RankingPolicyVersion, cancel);

    public Task<ObjectionPolicy> ObjectionAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Objection, ObjectionPolicy.Default, p => p.Version, run.ObjectionPolicyVersion, cancel);

    /// <summary>What is a working day to an agency; in a year without a calendar it is Monday to Friday.</summary>
    public async Task<Func<LocalDate, bool>> WorkingDaysAsync(AgencyId agency, CancellationToken cancel)
    {
        var documents = await policies.ListAsync(agency, PolicyKinds.Calendar.Name, cancel).ToListAsync(cancel);
        var calendars = PolicyKinds.Calendar.Bind(documents);
        return day => calendars.Find(day) is { } found && found.Value.Covers(day)
            ? found.Value.IsWorkingDay(day)
            : day.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday);
    }

    public Task<DistributionPolicy> DistributionAsync(EvaluationRun run, CancellationToken cancel) =>
        NamedAsync(run.AgencyId, PolicyKinds.Distribution, DistributionPolicy.Default, p => p.Version, run.DistributionPolicyVersion, cancel);

    private async Task<T> HoldingAsync<T>(EvaluationRun run, PolicyKind<T> kind, CancellationToken cancel)
        where T : notnull =>
        kind.Bind(await policies.ListAsync(run.AgencyId, kind.Name, cancel).ToListAsync(cancel)).On(run.Period.LastDay);

    private async Task<T> NamedAsync<T>(
        AgencyId agency,
        PolicyKind<T> kind,
        T shipped,
        Func<T, string> nameOf,
        string name,
        CancellationToken cancel)
        where T : notnull
    {
        if (name == nameOf(shipped))
        {
            return shipped;
        }

        var document = await policies.ListAsync(agency, kind.Name, cancel).FirstOrDefaultAsync(d => d.Name == name, cancel);
        return document is not null
            ? kind.ReadStored(document)
            : throw new InvalidOperationException($"{agency} has no policy {name}, which a run of it names.");
    }
}
