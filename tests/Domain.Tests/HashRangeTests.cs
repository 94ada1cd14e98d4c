using FsCheck;
using FsCheck.Fluent;

namespace Kinerja.Domain.Tests;

public sealed class HashRangeTests
{
    private static readonly Gen<EmployeeId> AnyEmployee =
        Gen.Elements("abcdefghijklmnopqrstuvwxyz0123456789".ToCharArray()).ArrayOf(12)
            .Select(letters => EmployeeId.Parse(new string(letters)).Value);

    // Stored keys hold these numbers: a change of one of them loses people's records.
    [Theory]
    [InlineData("peg-0001", 12147)]
    [InlineData("peg-0002", 63030)]
    [InlineData("aaaa", 54525)]
    [InlineData("0b9ae1c2-7f3d-4a51-8f6e-2d4c5b6a7980", 7062)]
    public void A_place_never_changes(string id, int place) =>
        Assert.Equal(place, HashRange.PlaceOf(Some.Person(id)));

    [Fact]
    public void Slices_partition_all_places_for_any_number_of_them() =>
        Always.Holds(Gen.OneOf(Gen.Choose(1, 70), Gen.Choose(1, HashRange.Places)), count =>
        {
            var at = 0;
            for (var i = 0; i < count; i++)
            {
                var slice = HashRange.Slice(i, count);
                Assert.True(slice.From == at && slice.To > at, $"slice {i} of {count}: {slice}");
                at = slice.To;
            }

            Assert.Equal(HashRange.Places, at);
        });

    [Fact]
    public void Slices_differ_by_one_place_at_most() =>
        Always.Holds(
            from count in Gen.Choose(1, HashRange.Places)
            from index in Gen.Choose(0, count - 1)
            select HashRange.Slice(index, count) is var slice ? (count, size: slice.To - slice.From) : default,
            x => Assert.InRange(x.size, HashRange.Places / x.count, (HashRange.Places / x.count) + 1));

    [Fact]
    public void A_person_lies_in_the_slice_that_the_index_names_and_in_no_other() =>
        Always.Holds(
            from employee in AnyEmployee
            from count in Gen.OneOf(Gen.Choose(1, 9), Gen.Choose(1, 500), Gen.Choose(1, HashRange.Places))
            select (employee, count),
            x =>
            {
                var index = HashRange.IndexOf(x.employee, x.count);
                Assert.True(HashRange.Slice(index, x.count).Contains(x.employee));
                Assert.False(index > 0 && HashRange.Slice(index - 1, x.count).Contains(x.employee));
                Assert.False(index < x.count - 1 && HashRange.Slice(index + 1, x.count).Contains(x.employee));
            },
            runs: 2000);

    [Fact]
    public void Everybody_lies_in_the_whole() =>
        Always.Holds(AnyEmployee, employee => Assert.True(HashRange.All.Contains(employee)));

    [Theory]
    [InlineData(-1, 4)]
    [InlineData(4, 4)]
    [InlineData(0, 0)]
    [InlineData(0, HashRange.Places + 1)]
    public void A_slice_that_does_not_exist_is_a_bug(int index, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HashRange.Slice(index, count));

    [Fact]
    public void Running_numbers_spread_evenly()
    {
        var counts = new int[100];
        for (var i = 0; i < 50_000; i++)
        {
            counts[HashRange.IndexOf(Some.Person($"peg-{i:D6}"), counts.Length)]++;
        }

        Assert.InRange(counts.Min(), 400, 500); // 500 each; 4.5 standard deviations either side
        Assert.InRange(counts.Max(), 500, 600);
    }
}
