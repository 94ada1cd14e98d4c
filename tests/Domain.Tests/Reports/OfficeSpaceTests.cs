using Kinerja.Domain.Reports;
using NodaTime;

namespace Kinerja.Domain.Tests.Reports;

public sealed class OfficeSpaceTests
{
    [Theory]
    [InlineData(70, 20, 84)]
    [InlineData(71, 20, 86)]
    [InlineData(71, 0, 71)]
    [InlineData(1, 1, 2)]
    [InlineData(50, 100, 100)]
    public void An_office_needs_its_fullest_day_and_the_reserve_rounded_up(int most, int reserve, int needed) =>
        Assert.Equal(needed, new SpaceRule(reserve).NeededFor(most));

    [Fact]
    public void What_capacity_has_beyond_the_need_is_spare_and_quieter_weekdays_have_more()
    {
        var space = OfficeSpace.Of(
            [Day(IsoDayOfWeek.Monday, 8, 60, 70), Day(IsoDayOfWeek.Friday, 12, 30, 36)], 2400, new(20), isOver: true);

        Assert.Equal((84, 36, 720), (space.NeededPeople, space.SparePeople, space.SpareSquareMetres));
        Assert.Equal((20, 42m, 70), (space.WorkingDays, space.AveragePeople, space.MostPeople));
        Assert.Equal([new FreeWeekday(IsoDayOfWeek.Friday, 40)], space.FreeWeekdays);
    }

    [Fact]
    public void An_office_that_is_too_small_has_nothing_to_spare()
    {
        var space = OfficeSpace.Of([Day(IsoDayOfWeek.Monday, 20, 100, 110)], 2400, new(20), isOver: true);
        Assert.Equal((132, 0, 0), (space.NeededPeople, space.SparePeople, space.SpareSquareMetres));
        Assert.Empty(space.FreeWeekdays);
    }

    [Theory]
    [InlineData(true, 15, 120, 10, true)]
    [InlineData(false, 15, 120, 10, false)]
    [InlineData(true, 14, 120, 10, false)]
    [InlineData(true, 15, null, 10, false)]
    [InlineData(true, 15, 120, 0, false)]
    public void Nothing_is_concluded_of_what_is_not_known(
        bool isOver, int days, int? capacity, int most, bool concludes) =>
        Assert.Equal(
            concludes,
            OfficeSpace.Of([Day(days, most, capacity)], 900, new(20), isOver).SparePeople is not null);

    [Fact]
    public void An_outline_covers_what_it_covers_without_its_holes()
    {
        // Integrated on the ellipsoid, strip by strip: 47,221.8 square metres.
        var area = Areas.Of(
            [new(140.714, -2.536), new(140.716, -2.536), new(140.716, -2.534), new(140.714, -2.534)],
            [new(140.7142, -2.5358), new(140.7142, -2.5354), new(140.7146, -2.5354), new(140.7146, -2.5358)]);
        Assert.InRange((Some.Fence() with { Area = area }).AreaSquareMetres, 47_175, 47_269);
    }

    private static OfficeWeekday Day(int days, int most, int? capacity) =>
        new(Some.FenceId(), IsoDayOfWeek.Monday, days, most, most, capacity);

    private static OfficeWeekday Day(IsoDayOfWeek weekday, int days, decimal average, int most) =>
        new(Some.FenceId(), weekday, days, average, most, 120);
}
