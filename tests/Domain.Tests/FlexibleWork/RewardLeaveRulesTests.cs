using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

public sealed class RewardLeaveRulesTests
{
    private static readonly LocalDate First = new(2026, 4, 1);

    [Fact]
    public void Days_are_taken_from_the_reward_that_ends_first_and_has_enough_left()
    {
        var (near, far) = (Reward(First, First.PlusDays(30), 2), Reward(First.PlusDays(1), First.PlusDays(60), 2));
        var day = First.PlusDays(5);

        Assert.Equal(near.To, RewardLeaveRules.Take([far, near], Days(day, 2)).Value.Single().To);
        var half = near with { Taken = [Days(First, 1, "L-0")] };
        Assert.Equal(far.To, RewardLeaveRules.Take([far, half], Days(day, 2)).Value.Single().To);
        Assert.Equal(near.To, RewardLeaveRules.Take([far, half], Days(day, 1)).Value.Single().To);
        Assert.Equal(RefusalCodes.NoRewardLeft, RewardLeaveRules.Take([far, half], Days(day, 3)).Refusal!.Code);
    }

    [Theory]
    [InlineData(-1, 1, false)]
    [InlineData(0, 1, true)]
    [InlineData(28, 2, true)]
    [InlineData(29, 2, false)]
    [InlineData(30, 1, false)]
    public void Every_day_lies_within_the_term(int after, int days, bool isTaken) =>
        Assert.Equal(
            isTaken,
            RewardLeaveRules.Take([Reward(First, First.PlusDays(30), 5)], Days(First.PlusDays(after), days)).Refusal
                is null);

    [Fact]
    public void A_revoked_reward_and_one_of_another_kind_give_no_leave()
    {
        var reward = Reward(First, First.PlusDays(30), 5);
        var revoked = reward with { Revoked = new(First.PlusDays(9), "Pindah.", Some.Morning) };
        Assert.Null(RewardLeaveRules.Take([revoked], Days(First.PlusDays(8), 1)).Refusal);
        Assert.NotNull(RewardLeaveRules.Take([revoked], Days(First.PlusDays(9), 1)).Refusal);
        Assert.NotNull(RewardLeaveRules.Take(
            [reward with { Kind = EntitlementKind.FlexiblePlace, DaysOff = null }], Days(First, 1)).Refusal);
    }

    [Fact]
    public void Neither_the_days_nor_the_term_of_taken_leave_are_cut()
    {
        var known = Reward(First, First.PlusDays(30), 3) with { Taken = [Days(First.PlusDays(10), 2)] };

        Assert.Equal(
            RefusalCodes.RewardTaken, EntitlementRules.Grant(Asked(known) with { DaysOff = 1 }, known).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.RewardTaken,
            EntitlementRules.Grant(Asked(known) with { To = First.PlusDays(11) }, known).Refusal!.Code);
        Assert.Equal(2, EntitlementRules.Grant(Asked(known) with { DaysOff = 2 }, known).Value.DaysTaken);
        Assert.Equal(
            RefusalCodes.RewardTaken,
            EntitlementRules.Revoke(known, new(First.PlusDays(11), "Pindah.", Some.Morning)).Refusal!.Code);
        Assert.NotNull(
            EntitlementRules.Revoke(known, new(First.PlusDays(12), "Pindah.", Some.Morning)).Value.Revoked);
        Assert.Same(known, EntitlementRules.Grant(Asked(known), known).Value);
    }

    /// <summary>Any order of takings, changes and releases, against a list of days counted by hand.</summary>
    [Fact]
    public void No_reward_gives_more_days_than_it_has() => Always.HoldsFor(random =>
    {
        List<Entitlement> rewards =
            [Reward(First, First.PlusDays(20), random.Next(1, 6)), Reward(First.PlusDays(10), First.PlusDays(40), 3)];
        var taken = new Dictionary<(LocalDate, string), int>();
        for (var step = 0; step < 40; step++)
        {
            var (from, reference) = (First.PlusDays(random.Next(40)), $"L-{random.Next(3)}");
            if (random.Next(4) == 0)
            {
                foreach (var next in RewardLeaveRules.Release(rewards, from, reference).ToList())
                {
                    Put(rewards, next);
                }

                taken.Remove((from, reference));
            }
            else if (RewardLeaveRules.Take(rewards, Days(from, random.Next(1, 4), reference)) is
            { Refusal: null, Value: var changed })
            {
                changed.ToList().ForEach(next => Put(rewards, next));
                taken[(from, reference)] = rewards.SelectMany(r => r.Taken)
                    .Single(t => (t.From, t.Reference) == (from, reference)).Days;
            }

            Assert.All(rewards, r => Assert.True(r.DaysTaken <= r.DaysOff));
            Assert.Equal(taken.Values.Sum(), rewards.Sum(r => r.DaysTaken));
        }
    });

    private static void Put(List<Entitlement> rewards, Entitlement next) =>
        rewards[rewards.FindIndex(r => r.From == next.From)] = next;

    private static Entitlement Asked(Entitlement known) => known with { Taken = [] };

    private static Entitlement Reward(LocalDate from, LocalDate to, int days) =>
        new(Some.Person(), EntitlementKind.DayOff, from, to, null, null, "ranking 2026-Q1", Some.Morning)
        {
            DaysOff = days,
        };

    private static TakenDays Days(LocalDate from, int days, string reference = "L-1") =>
        new(from, from.PlusDays(days), reference);
}
