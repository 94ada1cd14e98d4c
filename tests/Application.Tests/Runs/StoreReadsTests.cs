using Kinerja.Application.Objections;
using Kinerja.Domain;
using Kinerja.Domain.Runs;

namespace Kinerja.Application.Tests.Runs;

/// <summary>What a run's steps and a filing read of the store, in rows: shards must not read each other's.</summary>
public sealed class StoreReadsTests
{
    private const int People = 20;

    private readonly World _world = new(Some.At("2026-04-08T01:00:00Z"), shardSize: 2);

    public StoreReadsTests()
    {
        _world.Add(Some.Agency() with { BeganOn = Some.Quarter.FirstDay });
        _world.Add(Some.Employee("peg-superior", null), Some.Employee("peg-head", "peg-superior"));
        foreach (var number in Enumerable.Range(0, People))
        {
            _world.Add(Some.Employee(Name(number)));
        }

        foreach (var number in Enumerable.Range(0, People / 2))
        {
            var rating = Some.Rating(90 + number, person: Name(number));
            _world.Ratings.Rows[(Some.AgencyId, rating.Period, rating.EmployeeId)] = new(rating, "1");
        }
    }

    private EvaluationRun Newest => _world.Runs.Rows[(Some.AgencyId, Some.Quarter)].Value;

    /// <summary>The first shard finds one mark, the last all of them; the ranking reads one step's once more.</summary>
    [Fact]
    public async Task Each_shard_lists_the_marks_of_its_step_once()
    {
        await PublishAsync();
        var shards = Newest.Shards;
        Assert.InRange(shards, 10, 20);
        Assert.Equal((shards * (shards + 1)) + shards, _world.Runs.MarksRead);
    }

    [Fact]
    public async Task A_shard_of_a_revision_reads_the_late_ratings_of_its_own_people_alone()
    {
        await PublishAsync();
        var late = Enumerable.Range(People / 2, People / 2).Select(Name).ToList();
        foreach (var person in late)
        {
            var rated = await _world.Rate.RateAsync(
                Some.Actor, Some.Rating(person: person) with { Reason = "Penilai sakit." }, null, default);
            Assert.True(rated.Value.Late);
        }

        var before = _world.Ratings.LateRead;
        await _world.DrainAsync();
        Assert.Equal(2, Newest.Revision);
        Assert.Equal(late.Count, _world.Ratings.LateRead - before);
        Assert.All(late, person => Assert.NotNull(
            _world.Results.Inputs[(Some.AgencyId, Some.Quarter, 2, Some.Person(person))].Rating));
    }

    [Fact]
    public async Task A_filing_lists_the_revisions_once()
    {
        await PublishAsync();
        var before = _world.Runs.Lists;
        var filed = await new FileObjection(
            _world.AgencyDirectory, _world.Results, _world.Term, _world.PinnedPolicies, _world.Objections,
            _world.Tell, _world.Clock).ExecuteAsync(
            Some.Actor,
            new(Some.Client("keberatan-1"), Some.AgencyId, Some.Quarter, Some.Person(Name(0)), "Belum dihitung.", []),
            default);
        Assert.Null(filed.Refusal);
        Assert.Equal(1, _world.Runs.Lists - before);
    }

    private static string Name(int number) => $"peg-1{number:D3}";

    private async Task PublishAsync()
    {
        await _world.Plan.PlanDueAsync(default);
        await _world.DrainAsync();
    }
}
