using Kinerja.Application.Evaluation;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// An agency's units through time, and its posts where its ranking releases them, as a run's shards need them.
/// </summary>
public sealed class RunUnits(
    AppraisalPeriod period,
    LocalDate began,
    IReadOnlyCollection<History<OrganisationUnit>> units,
    IReadOnlyDictionary<UnitId, OrganisationLevel> levels,
    ReleasedFacts released,
    IReadOnlyDictionary<PostId, History<Post>> posts)
{
    /// <summary>The agency's first day.</summary>
    public LocalDate Began { get; } = began;

    public UnitHeads Heads { get; } = new(units, period.FirstDay, period.LastDay);

    public IReadOnlyDictionary<UnitId, OrganisationLevel> Levels { get; } = levels;

    public IReadOnlyDictionary<UnitId, History<OrganisationUnit>> Units { get; } =
        units.ToDictionary(u => u.Id());

    /// <summary>What the evaluation of a person whom the period takes in reads.</summary>
    public EvaluationInput InputOf(Employee person, Rating? rating, AttendanceSummary attendance, int feedbackNotes)
    {
        var unit = Heads.UnitOf(person);
        return new EvaluationInput(
            person.Id,
            unit?.Id ?? person.UnitId,
            unit is not null,
            unit is not null && Levels.TryGetValue(unit.Id, out var level) ? level : null,
            rating,
            attendance,
            feedbackNotes)
        {
            Reward = RewardFacts.Of(person, period.EndDay),
            Facts = PersonFacts.Of(
                person,
                person.PostId is { } post ? posts.GetValueOrDefault(post)?.On(period.LastDay) : null,
                released),
        };
    }
}

/// <summary>
/// Reads the units once for an attempt of a run and not once a shard: a large agency has thousands of units and
/// hundreds of shards. What was written before the attempt began is always seen.
/// </summary>
public sealed class RunUnitsCache(
    IAgencies agencies, IWorkforce workforce, IRatings ratings, PinnedPolicies policies, TimeProvider clock)
{
    private readonly ReadThroughCache _memory = new(TimeSpan.FromMinutes(10), clock);

    /// <summary>With the units of all these people: one that was registered since is read.</summary>
    public async Task<RunUnits> ReadAsync(
        EvaluationRun run, IReadOnlyCollection<Employment> people, CancellationToken cancel)
    {
        var known = (await _memory.GetAsync<RunUnits>(
            run.AgencyId, $"{run.Period}_{run.RevisionName}_{run.Attempt}", async stop => await ReadNowAsync(run, stop),
            cancel))!;
        return people.SelectMany(p => p.Assignments.Entries).All(e => known.Units.ContainsKey(e.Value.UnitId))
            ? known : await ReadNowAsync(run, cancel);
    }

    /// <summary>From the store, whatever was read before.</summary>
    public async Task<RunUnits> ReadNowAsync(EvaluationRun run, CancellationToken cancel)
    {
        var released = (await policies.RankingAsync(run, cancel)).Releases;
        return new(
            run.Period,
            (await agencies.FindAsync(run.AgencyId, cancel))?.BeganOn ?? run.Period.FirstDay,
            await workforce.ListUnitsAsync(run.AgencyId, cancel).ToListAsync(cancel),
            await ratings.ListUnitsAsync(run.AgencyId, run.Period, cancel)
                .ToDictionaryAsync(u => u.UnitId, u => u.Level, cancellationToken: cancel),
            released,
            (released & PersonFacts.OfPosts) != ReleasedFacts.None
                ? await workforce.ListPostsAsync(run.AgencyId, cancel)
                    .ToDictionaryAsync(p => p.Id(), cancellationToken: cancel)
                : new Dictionary<PostId, History<Post>>());
    }
}
