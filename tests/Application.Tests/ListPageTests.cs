namespace Kinerja.Application.Tests;

public sealed class ListPageTests
{
    [Fact]
    public void Pages_one_after_the_other_hold_each_item_once_in_the_order_of_keys() => Always.HoldsFor(
        random =>
        {
            var all = Enumerable.Range(0, random.Next(0, 30)).Select(i => $"2026-04-{i:D2}_peg").ToArray();
            random.Shuffle(all);
            var (read, after, most) = (new List<string>(), (string?)null, random.Next(1, 8));
            do
            {
                var page = all.After(after, most, key => key);
                Assert.InRange(page.Items.Count, after is null ? 0 : 1, most);
                read.AddRange(page.Items);
                after = page.Next;
            }
            while (after is not null);

            Assert.Equal(all.Order(StringComparer.Ordinal), read);
        },
        200);

    [Fact]
    public void What_is_dealt_with_between_two_pages_hides_nothing()
    {
        string[] all = ["a", "b", "c", "d"];
        var first = all.After(null, 2, key => key);

        Assert.Equal(["c", "d"], all.Except(first.Items).After(first.Next, 2, key => key).Items);
    }
}
