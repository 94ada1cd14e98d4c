using Kinerja.Application.FollowUp;
using Kinerja.Application.Policies;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using NodaTime;

namespace Kinerja.Application.Tests.FollowUp;

/// <summary>
/// A quarter of ten rated people that was published: peg-a to peg-h are Baik by falling score, peg-i is Kurang, peg-j
/// Sangat Kurang; the head has no rating. The cap is two: peg-a and peg-b.
/// </summary>
internal static class RatedWorld
{
    internal static readonly AppraisalPeriod Period = Some.Quarter;
    internal static readonly LocalDate GrantsFrom = new(2026, 5, 1);

    internal static async Task<World> PublishedAsync(Action<World>? before = null)
    {
        var world = new World(Some.At("2026-04-08T01:00:00Z"));
        world.Workforce.Add(Some.AgencyId, Some.Post());
        world.Workforce.Employees.Remove((Some.AgencyId, Some.Person()));
        foreach (var (i, letter) in "abcdefghij".Index())
        {
            world.Add(Some.Employee($"peg-{letter}") with { PostId = Some.PostId });
            await RateAsync(world, $"peg-{letter}", 100 - i, Low(letter), Low(letter) && letter == 'j');
        }

        await AdoptAsync(world);
        before?.Invoke(world);
        await world.Plan.PlanDueAsync(default);
        await world.DrainAsync();
        return world;
    }

    /// <summary>The same once the time to object is over.</summary>
    internal static async Task<World> FinalAsync(Action<World>? before = null)
    {
        var world = await PublishedAsync(before);
        world.Clock.MoveTo(Some.At("2026-04-22T17:00:00Z"));
        await world.Finalise.FinaliseDueAsync(default);
        return world;
    }

    internal static Task<Result<Application.FollowUp.GrantsDecided>> DecideAsync(
        World world, bool approved, params string[] people) => DecideAsync(world, "peg-head", approved, people);

    internal static Task<Result<Application.FollowUp.GrantsDecided>> DecideByAsync(
        World world, string official, params string[] people) => DecideAsync(world, official, true, people);

    private static Task<Result<Application.FollowUp.GrantsDecided>> DecideAsync(
        World world, string official, bool approved, string[] people) =>
        world.DecideGrants.ExecuteAsync(
            Some.Actor,
            Period,
            new GrantVerdict(
                Some.Person(official), approved, "Sesuai peringkat.",
                people.Length == 0 ? null : [.. people.Select(p => Some.Person(p))]),
            default);

    internal static Task<Result<Domain.FollowUp.GrantList>> ProposeAsync(World world, LocalDate? from = null) =>
        world.ProposeGrants.ExecuteAsync(
            Some.Actor, new GrantListCommand(Period, from ?? GrantsFrom, Some.Person("peg-head")), default);

    private static bool Low(char letter) => letter >= 'i';

    private static Task<bool> RateAsync(World world, string person, decimal skp, bool misconduct, bool below) =>
        world.Ratings.PutAsync(
        Some.AgencyId,
        new Rating(
            Period,
            Some.Person(person),
            Some.Person("peg-head"),
            below ? ExpectationLevel.Below : ExpectationLevel.Meets,
            misconduct ? ExpectationLevel.Below : ExpectationLevel.Meets,
            Some.Score(skp),
            Some.Score(90),
            null,
            Some.Morning,
            1),
        null,
        [],
        default);

    private static Task AdoptAsync(World world) => world.Policies.AddAsync(
        Some.AgencyId,
        CompleteDocument.Of(PolicyKinds.FlexibleWork, "{}"),
        default);
}
