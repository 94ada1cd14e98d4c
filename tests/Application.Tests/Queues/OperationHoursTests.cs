using FsCheck;
using FsCheck.Fluent;
using Kinerja.Application.Queues;
using NodaTime;

namespace Kinerja.Application.Tests.Queues;

/// <summary>Samples of a quarter of an hour become the 24 hours that a chart draws.</summary>
public sealed class OperationHoursTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 4, 8, 10, 20);

    [Fact]
    public void There_are_always_24_and_the_running_one_is_last()
    {
        var hours = OperationHours.Of([], Now);

        Assert.Equal(24, hours.Count);
        Assert.Equal(
            (Instant.FromUtc(2026, 4, 7, 11, 0), Instant.FromUtc(2026, 4, 8, 10, 0)), (hours[0].From, hours[^1].From));
        Assert.All(hours, hour => Assert.Empty(hour.Samples));
    }

    [Fact]
    public void An_hour_shows_the_worst_of_its_samples()
    {
        var hour = OperationHours.Of([At(9, 0, 3, 40, 12), At(9, 45, 1, 90, null), At(10, 0, 9, 5, 7)], Now)[^2];

        Assert.Equal(new QueueSample("kinerja-days", 3, 1, 90), Assert.Single(hour.Queues));
        Assert.Equal(("tables", 12, 1), Assert.Single(hour.Stores));
    }

    [Fact]
    public void A_store_that_never_answered_has_no_time() =>
        Assert.Equal(("tables", null, 1), Assert.Single(OperationHours.Of([At(10, 15, 0, 0, null)], Now)[^1].Stores));

    [Fact]
    public void Each_sample_of_the_last_24_hours_counts_in_its_hour_and_no_other_does() =>
        Prop.ForAll(
            Gen.Choose(-30 * 60, 2 * 60).ListOf().ToArbitrary(),
            minutes =>
            {
                var all = minutes.Distinct().Select(m => At(Now + Duration.FromMinutes(m))).ToList();
                var found = OperationHours.Of(all, Now);
                return found.All(hour => hour.Samples.SequenceEqual(all.OrderBy(one => one.At).Where(one =>
                    one.At <= Now && one.At >= hour.From && one.At < hour.From + Duration.FromHours(1))));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, 0)]
    [InlineData(14, 0)]
    [InlineData(15, 15)]
    [InlineData(59, 45)]
    public void Whoever_samples_in_a_quarter_of_an_hour_writes_the_same_row(int minute, int quarter) =>
        Assert.Equal(
            Instant.FromUtc(2026, 4, 8, 9, quarter),
            OperationSample.QuarterOf(Instant.FromUtc(2026, 4, 8, 9, minute, 59)));

    private static OperationSample At(int hour, int minute, int waiting, long seconds, int? milliseconds) =>
        At(Instant.FromUtc(2026, 4, 8, hour, minute)) with
        {
            Queues = [new("kinerja-days", waiting, 1, seconds)],
            Stores = [new("tables", milliseconds)],
        };

    private static OperationSample At(Instant at) => new(at, [], 0, 0, 0, []);
}
