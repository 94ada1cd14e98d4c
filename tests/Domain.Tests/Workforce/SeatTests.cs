using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Workforce;

public sealed class SeatTests
{
    private const double Far = 1e300;

    /// <summary>Around the box, in steps of a millionth: about a third of them is in it.</summary>
    private static readonly Gen<(double Latitude, double Longitude)> Pairs =
        from latitude in Gen.Choose(-20_000_000, 15_000_000)
        from longitude in Gen.Choose(80_000_000, 150_000_000)
        select (latitude / 1e6, longitude / 1e6);

    [Theory]
    [InlineData(Seat.South, Seat.West)]
    [InlineData(Seat.North, Seat.East)]
    [InlineData(0, 109.32)]
    [InlineData(-6.91, 107.61)]
    [InlineData(-2.53, 140.72)]
    public void A_place_in_the_box_is_a_seat_its_edges_and_the_equator_too(double latitude, double longitude)
    {
        var seat = Seat.Parse(latitude, longitude).Value;
        Assert.Equal((latitude, longitude), (seat.LatitudeDegrees, seat.LongitudeDegrees));
    }

    [Theory]
    [InlineData(0, 0, "/seat/longitude")]
    [InlineData(-12.00001, 107.61, "/seat/latitude")]
    [InlineData(7.00001, 107.61, "/seat/latitude")]
    [InlineData(-6.91, 93.99999, "/seat/longitude")]
    [InlineData(-6.91, 142.00001, "/seat/longitude")]
    [InlineData(-6.91, -107.61, "/seat/longitude")]
    [InlineData(double.NaN, 107.61, "/seat/latitude")]
    [InlineData(-6.91, double.NaN, "/seat/longitude")]
    [InlineData(double.NegativeInfinity, double.PositiveInfinity, "/seat/latitude", "/seat/longitude")]
    [InlineData(-Far, Far, "/seat/latitude", "/seat/longitude")]
    [InlineData(107.61, -6.91, "/seat/latitude", "/seat/longitude")]
    public void A_place_beyond_is_refused_at_each_number_that_is_out(
        double latitude, double longitude, params string[] pointers) =>
        Assert.Equal(pointers, Seat.Parse(latitude, longitude).Refusal!.Faults.Select(fault => fault.Pointer));

    [Theory]
    [InlineData(107.61, -6.91, true)]
    [InlineData(94, 7, true)]
    [InlineData(93.9, 7, false)]
    [InlineData(0, 0, false)]
    [InlineData(48.86, 2.35, false)]
    public void Only_two_numbers_that_fit_the_other_way_round_are_said_to_be_exchanged(
        double latitude, double longitude, bool said) =>
        Assert.All(Seat.Parse(latitude, longitude).Refusal!.Faults, fault => Assert.Equal(
            said,
            fault.Detail.ToString().EndsWith("Latitude and longitude look exchanged.", StringComparison.Ordinal)));

    [Fact]
    public void A_seat_is_kept_to_a_ten_thousandth_and_never_as_minus_zero()
    {
        var seat = Seat.Parse(-0.00004, 107.612349).Value;
        Assert.Equal(("0", 107.6123), (seat.LatitudeDegrees.ToString("R", null), seat.LongitudeDegrees));
    }

    [Fact]
    public void A_pair_is_a_seat_just_when_the_box_holds_it_and_the_seat_read_again_is_the_same() =>
        Always.Holds(Pairs, pair =>
        {
            var (latitude, longitude) = pair;
            var isIn = latitude is >= -12 and <= 7 && longitude is >= 94 and <= 142;
            Assert.Equal(isIn, Seat.Parse(latitude, longitude).TryGet(out var seat, out _));
            Assert.True(!isIn || Seat.Parse(seat.LatitudeDegrees, seat.LongitudeDegrees).Value == seat);
            Assert.True(!isIn || Math.Abs(seat.LatitudeDegrees - latitude) <= 0.000051);
        });
}
