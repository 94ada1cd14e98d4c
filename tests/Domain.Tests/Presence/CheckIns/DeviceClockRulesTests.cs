using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Domain.Tests.Presence.CheckIns;

public sealed class DeviceClockRulesTests
{
    private static readonly Instant Received = Some.Morning;
    private static readonly CheckInPolicy Policy = CheckInPolicy.Default;

    /// <summary>
    /// Minutes from the receipt: the latest sending of the device, this item's sending and its capture by the device's
    /// clock, and the time that counts.
    /// </summary>
    [Theory]
    // A right clock: what was sent before waited on its way.
    [InlineData(0, 0, -600, -600, TimeSource.Device)]
    [InlineData(-3, -2880, -2881, -2881, TimeSource.Device)]
    [InlineData(4, -30, -90, -90, TimeSource.Device)]
    // Fast and slow, by minutes, by zones, by the half of a day.
    [InlineData(15, 15, 0, -15, TimeSource.Corrected)]
    [InlineData(-15, -15, -600, -585, TimeSource.Corrected)]
    [InlineData(120, 120, -60, -180, TimeSource.Corrected)]
    [InlineData(-720, -720, -780, -60, TimeSource.Corrected)]
    [InlineData(1440, 1440, 0, -1440, TimeSource.Corrected)]
    // An item that was sent when it was captured, and waited.
    [InlineData(15, -1425, -1426, -1441, TimeSource.Corrected)]
    // The clock was set while items were collected, or between capture and sending.
    [InlineData(15, 0, -600, 0, TimeSource.Server)]
    [InlineData(45, 15, -600, 0, TimeSource.Server)]
    [InlineData(20, -20, -600, 0, TimeSource.Server)]
    [InlineData(0, 0, 13, 0, TimeSource.Server)]
    [InlineData(-15, -15, -2, 0, TimeSource.Server)]
    // More than is corrected.
    [InlineData(1441, 1441, 0, 0, TimeSource.Server)]
    [InlineData(-1441, -1441, -1500, 0, TimeSource.Server)]
    public void The_time_that_counts_is_the_devices_moved_as_far_as_it_is_told(
        int last, int sent, int captured, int counts, TimeSource source)
    {
        var time = DeviceClockRules.TimeOf(Claim(captured, sent), new Sending(At(last), Received), Policy);

        Assert.Equal((At(counts), source), (time.At, time.Source));
        Assert.Equal(
            source == TimeSource.Corrected ? Duration.FromMinutes(-last) : (Duration?)null, time.MovedBy);
    }

    [Fact]
    public void An_item_without_a_time_of_sending_is_told_by_the_devices_others_and_alone_by_nothing()
    {
        var claim = Claim(-60, 0) with { SentAt = null };

        Assert.Equal(
            (At(-75), TimeSource.Corrected), Part(DeviceClockRules.TimeOf(claim, new(At(15), Received), Policy)));
        Assert.Equal((At(0), TimeSource.Server), Part(DeviceClockRules.TimeOf(claim, new(null, Received), Policy)));
    }

    /// <summary>To the tick: an offset of any seconds is measured and taken back whole.</summary>
    [Fact]
    public void A_phone_that_is_off_within_bounds_tells_what_a_right_phone_tells() => Always.HoldsFor(random =>
    {
        var off = Duration.FromTicks(random.NextInt64(1, Policy.MostClockCorrection.BclCompatibleTicks))
            * (random.Next(2) == 0 ? 1 : -1);
        var ago = Duration.FromTicks(random.NextInt64(Policy.MostAge.BclCompatibleTicks));
        var wrong = Some.Claim(capturedAt: Received - ago + off, sentAt: Received + off);

        var time = DeviceClockRules.TimeOf(wrong, new Sending(wrong.SentAt, Received), Policy);

        var isOff = off > Policy.MostClockSkew || -off > Policy.MostClockSkew;
        var expected = isOff ? Received - ago : Instant.Min(wrong.CapturedAt, Received);
        Assert.Equal((expected, isOff ? -off : (Duration?)null), (time.At, time.MovedBy));
    });

    [Fact]
    public void A_sending_that_came_before_is_measured_as_it_was_then()
    {
        var sending = new Sending(At(15), At(60));
        var stored = Some.CheckIn("stored-01", new(2026, 1, 1, 7, 30)) with
        {
            Claim = Claim(0, 15),
            ReceivedAt = Received,
        };

        Assert.Equal(new Sending(At(15), Received), sending.KnownFrom(At(15), stored));
        // Sent anew, or another time of sending: a new measurement.
        Assert.Equal(sending, sending.KnownFrom(At(14), stored));
        Assert.Equal(sending, sending.KnownFrom(At(15), stored with { Claim = Claim(0, 14) }));
        Assert.Equal(
            new Sending(null, At(60)),
            new Sending(null, At(60)).KnownFrom(null, stored with { Claim = stored.Claim with { SentAt = null } }));
    }

    private static (Instant, TimeSource) Part(CountedTime time) => (time.At, time.Source);

    private static SubmittedCheckIn Claim(int captured, int sent) =>
        Some.Claim(capturedAt: At(captured), sentAt: At(sent));

    private static Instant At(int minutes) => Received + Duration.FromMinutes(minutes);
}
