using Kinerja.Domain.Surveys;

namespace Kinerja.Domain.Tests.Surveys;

public sealed class SmallGroupsTests
{
    [Fact]
    public void A_small_group_takes_the_smallest_large_one_with_it() =>
        Assert.Equal(["a"], Publishable(("a", 40), ("b", 12), ("c", 3)));

    [Fact]
    public void Small_groups_that_are_enough_together_take_nobody_with_them() =>
        Assert.Equal(["a", "b"], Publishable(("a", 40), ("b", 12), ("c", 6), ("d", 4)));

    [Fact]
    public void Of_two_groups_one_small_neither_is_shown() => Assert.Empty(Publishable(("central", 100), ("local", 9)));

    [Fact]
    public void Groups_of_ten_are_large_enough_and_all_of_them_are_shown() =>
        Assert.Equal(["central", "local"], Publishable(("central", 10), ("local", 10)).Order());

    [Fact]
    public void A_total_below_ten_shows_nothing() => Assert.Empty(Publishable(("a", 9)));

    /// <summary>The total less any set of published groups: what remains is nobody, or at least ten people.</summary>
    [Fact]
    public void No_two_published_aggregates_leave_a_small_group_between_them() => Always.HoldsFor(random =>
    {
        var sizes = Enumerable.Range(0, random.Next(1, 9)).ToDictionary(i => $"g{i}", _ => random.Next(1, 30));
        var published = SmallGroups.Publishable(sizes).ToList();
        var total = sizes.Values.Sum();
        for (var set = 0; set < 1 << published.Count; set++)
        {
            var taken = published.Where((_, i) => (set >> i & 1) == 1).Sum(g => sizes[g]);
            Assert.False(
                total >= SmallGroups.LeastSize && total - taken is > 0 and < SmallGroups.LeastSize,
                $"{total} - {taken}");
        }

        Assert.All(published, g => Assert.True(sizes[g] >= SmallGroups.LeastSize));
    }, 1000);

    [Fact]
    public void What_could_be_shown_without_harm_is_shown() => Always.HoldsFor(random =>
    {
        var sizes = Enumerable.Range(0, random.Next(1, 9)).ToDictionary(i => $"g{i}", _ => random.Next(10, 30));
        Assert.Equal(sizes.Keys.Order(), SmallGroups.Publishable(sizes).Order());
    });

    private static IReadOnlySet<string> Publishable(params (string Key, int Size)[] groups) =>
        SmallGroups.Publishable(groups.ToDictionary(g => g.Key, g => g.Size));
}
