using System.Runtime.CompilerServices;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Presence.CheckIns;

/// <summary>The pages of a day together are all of it, and each looks at a bounded part.</summary>
public sealed class ReadDayTests
{
    private static readonly LocalDate Day = new(2026, 2, 4);

    [Theory]
    [InlineData(0, false, 1)]
    [InlineData(100, false, 1)]
    [InlineData(101, false, 2)]
    [InlineData(ReadDay.MostLooked / 2, true, 1)]
    [InlineData((ReadDay.MostLooked / 2) + 1, true, 2)]
    public async Task Pages_together_are_the_whole_day_and_each_is_bounded(int people, bool filtered, int expected)
    {
        var (world, store) = (new World(), new OneDay(people));
        world.Add(Some.Agency());
        world.Add([.. Enumerable.Range(0, people).Select(i => Some.Employee($"peg-{i:D5}"))]);
        world.Add(Some.Employee("peg-other"));
        var read = new ReadDay(world.AgencyDirectory, store);
        var filter = new DayFilter(Day, null, filtered ? Some.Person("peg-other") : null);
        var (seen, after, pages) = (new List<CheckIn>(), default(CheckInPlace?), 0);
        do
        {
            store.Looked = 0;
            var page = (await read.ExecuteAsync(Some.AgencyId, filter, after, CancellationToken.None)).Value;
            seen.AddRange(page.Items.Select(i => i.CheckIn));
            Assert.InRange(page.Items.Count, 0, ReadDay.PageSize + 1);
            Assert.InRange(store.Looked, 0, ReadDay.MostLooked + 2);
            after = page.Next is { } next ? CheckInPlace.Parse(next, "/cursor").Value : null;
            pages++;
        }
        while (after is not null);

        Assert.Equal(filtered ? [] : store.All.Select(c => c.CheckIn), seen);
        Assert.Equal(expected, pages);
    }

    [Fact]
    public async Task Bug_a_helper_whom_nobody_knows_is_refused_and_no_empty_list()
    {
        var world = new World();
        world.Add(Some.Agency());
        var filter = new DayFilter(Day, null, Some.Person("peg-other"));

        Refused.Is(
            RefusalCodes.UnknownEmployee,
            await new ReadDay(world.AgencyDirectory, new OneDay(1)).ExecuteAsync(
                Some.AgencyId, filter, null, CancellationToken.None));
    }

    [Theory]
    [InlineData("0_peg-0001", true)]
    [InlineData("12_peg-0001", true)]
    [InlineData("_peg-0001", false)]
    [InlineData("-1_peg-0001", false)]
    [InlineData("123456_peg-0001", false)]
    [InlineData("0_", false)]
    [InlineData("peg-0001", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_place_that_no_list_handed_out_is_no_cursor(string? text, bool valid)
    {
        var parsed = CheckInPlace.Parse(text, "/cursor");
        Assert.Equal(valid ? text : null, parsed.TryGet(out var place, out _) ? place.ToString() : null);
    }

    /// <summary>Two check-ins a person, in two buckets.</summary>
    private sealed class OneDay(int people) : IDayCheckIns
    {
        internal List<(CheckInPlace Place, CheckIn CheckIn)> All { get; } =
        [
            .. from i in Enumerable.Range(0, people)
               from kind in new[] { "in", "out" }
               let claim = Some.Claim($"checkin-{kind}-{i:D5}", person: $"peg-{i:D5}")
               select (new CheckInPlace(i % 2, claim.EmployeeId), Of(claim)) into found
               orderby found.Item1.Bucket, found.Item1.Person
               select found,
        ];

        internal int Looked { get; set; }

        public async IAsyncEnumerable<(CheckInPlace Place, CheckIn CheckIn)> ListAsync(
            AgencyId agency,
            LocalDate day,
            CheckInPlace? after,
            [EnumeratorCancellation] CancellationToken cancel)
        {
            await Task.CompletedTask;
            foreach (var found in All.Where(f => after is not { } place || f.Place.Bucket > place.Bucket
                || (f.Place.Bucket == place.Bucket && f.Place.Person.CompareTo(place.Person) > 0)))
            {
                Looked++;
                yield return found;
            }
        }

        private static CheckIn Of(SubmittedCheckIn claim) => new(
            claim, Some.Morning, FenceVerdict.Unknown, null, Some.Wib, Day, Some.Morning, TimeSource.Device, 100,
            [CheckInReason.NoFenceForPerson], "check-in-2026.1");
    }
}
