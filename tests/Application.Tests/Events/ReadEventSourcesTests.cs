using Kinerja.Application.Events;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Events;

/// <summary>Whose events a caller may read.</summary>
public sealed class ReadEventSourcesTests
{
    private static readonly AgencyId Ministry = AgencyId.Parse("kementerian").Value;

    private readonly FakeAgencies _agencies = new();
    private readonly FakeEventLog _log = new();

    [Fact]
    public async Task A_subscribed_reader_finds_every_agency_by_id_with_its_newest_number()
    {
        await AddAsync("cimahi", 0);
        await AddAsync("aceh", 3);
        await AddAsync("bali", 1);

        Assert.Equal(
            [("aceh", 3), ("bali", 1), ("cimahi", 0)], await ReadAsync(Ministry, "rankings", "no-such-subscription"));
    }

    [Fact]
    public async Task Without_a_subscription_that_there_is_a_reader_finds_itself_alone()
    {
        await AddAsync("aceh", 3);
        await AddAsync("bali", 1);

        Assert.Equal([("bali", 1)], await ReadAsync(AgencyId.Parse("bali").Value, "no-such-subscription"));
        var nobody = await PageAsync(Ministry, [], null, 10);
        Assert.Equal(RefusalCodes.UnknownAgency, nobody.Refusal!.Code);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(40)]
    [InlineData(41)]
    public async Task Whoever_follows_the_pages_finds_each_agency_once(int most)
    {
        string[] ids = [.. Enumerable.Range(1, 40).Select(i => $"instansi-{i}")];
        foreach (var id in ids)
        {
            await AddAsync(id, 1);
        }

        var (found, after) = (new List<string>(), (string?)null);
        do
        {
            var page = (await PageAsync(Ministry, ["results"], after, most)).Value;
            Assert.InRange(page.Items.Count, 1, most);
            found.AddRange(page.Items.Select(one => $"{one.Agency.Id}"));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(ids.Order(StringComparer.Ordinal), found);
    }

    [Fact]
    public void A_subscription_takes_from_every_agency_unless_each_filter_names_one()
    {
        var (a, b) = (AgencyId.Parse("aceh").Value, AgencyId.Parse("bali").Value);
        Dictionary<string, string> ofA = new() { ["agency"] = "aceh" }, ofType = new() { ["type"] = "t" };

        Assert.True(new Subscription([]).TakesFrom(b));
        Assert.True(new Subscription([ofA, ofType]).TakesFrom(b));
        Assert.Equal(
            (true, false), (new Subscription([ofA]).TakesFrom(a), new Subscription([ofA]).TakesFrom(b)));
    }

    private async Task AddAsync(string id, int events)
    {
        var agency = new Agency(AgencyId.Parse(id).Value, id, Some.Wit);
        await _agencies.PutAsync(new(agency, null, null), default);
        await _log.NumberAsync(
            [.. Enumerable.Range(1, events).Select(n => new OutgoingEvent(
                $"{id}-{n}", EventTypes.NoticeGiven, agency.Id, Some.Quarter, Some.Morning, new byte[2]))],
            default);
    }

    private async Task<IEnumerable<(string Id, long Newest)>> ReadAsync(AgencyId reader, params string[] names) =>
        (await PageAsync(reader, names, null, 10)).Value.Items.Select(one => ($"{one.Agency.Id}", one.Newest));

    private Task<Result<ListPage<EventSource>>> PageAsync(
        AgencyId reader, string[] names, string? after, int most) =>
        new ReadEventSources(_agencies, _log).PageAsync(reader, names, after, most, default);
}
