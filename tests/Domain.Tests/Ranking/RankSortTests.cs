using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class RankSortTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(RankSort.Few - 1)]
    [InlineData(RankSort.Few)]
    [InlineData(RankSort.Few + 1)]
    [InlineData(20_000)]
    public void Words_come_out_by_merit_and_equals_as_they_came(int people) =>
        Always.HoldsFor(
            random => AssertSorted(Words(random, people, uint.MaxValue >> 1)), runs: people > 10_000 ? 5 : 50);

    // A pass in which all are alike is left out: none, one, two or three of them move words.
    [Theory]
    [InlineData(0u)]
    [InlineData(0x7FFu)]
    [InlineData(0x7FFu << 11)]
    [InlineData(0x1FFu << 22)]
    [InlineData(0x7FFu | (0x1FFu << 22))]
    [InlineData(0x3FFFFFu)]
    public void Words_that_differ_in_some_bits_only_are_sorted_too(uint bits) =>
        Always.HoldsFor(random => AssertSorted(Words(random, 2000, bits)), runs: 20);

    private static ulong[] Words(Random random, int people, uint bits) => [.. Enumerable.Range(0, people).Select(i =>
        ((ulong)((uint)random.Next(
            int.MaxValue) & bits) << RankKey.MeritShift) | ((ulong)(uint)i << 6) | (uint)random.Next(8))];

    private static void AssertSorted(ulong[] words)
    {
        var expected = words.OrderBy(w => w >> RankKey.MeritShift).ToArray();
        RankSort.Sort(words, new ulong[words.Length]);
        Assert.Equal(expected, words);
    }
}
