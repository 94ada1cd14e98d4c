using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Runs;

/// <summary>
/// A person who moves to another agency on Monday 16 February 2026 and has another rater there from 16 March on, and
/// the runs of the first quarter of both agencies. The former agency has not ended the service.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class MovedPersonTests(CloudFixture cloud)
{
    [Fact]
    public async Task Who_moves_in_mid_quarter_is_in_the_receiving_agencys_run_alone_and_rated_by_its_last_rater()
    {
        await using var quarter = await PastQuarter.OpenAsync(cloud);
        var (home, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        await MoveAsync(quarter, home, other);
        var (there, here) = (quarter.ApiOf(home.Id), quarter.ApiOf(other.Id));
        var (former, current) = ($"/api/v1/agencies/{home.Id}", $"/api/v1/agencies/{other.Id}");

        // Whose rating is owed, and to whom: in the receiving agency, by the rater of the quarter's last day.
        Assert.DoesNotContain(("asal-1", "head-1"), await MissingAsync(there, former));
        Assert.Contains(("baru-1", "chief"), await MissingAsync(here, current));
        await Refused.PutAsync(
            here, $"{current}/ratings/2026-Q1/baru-1", Rating("head-1"), 403, "not-the-rater", "/raterId");
        Assert.Equal(200, (await here.PutAsync($"{current}/ratings/2026-Q1/baru-1", Rating("chief"))).Status);

        // What the former rater gave before he heard of the move is of no run.
        Assert.Equal(200, (await there.PutAsync($"{former}/ratings/2026-Q1/asal-1", Rating("head-1"))).Status);
        Assert.Equal(
            (202, "held"), StateOf(await quarter.StartRunAsync(home.Id)));
        Assert.Equal(200, (await there.PutAsync($"{former}/ratings/2026-Q1/budi", Rating("head-1"))).Status);
        await Task.WhenAll(quarter.StartRunAsync(home.Id), quarter.StartRunAsync(other.Id));
        await Task.WhenAll(quarter.PublishedAsync(home.Id), quarter.PublishedAsync(other.Id));

        await Refused.GetAsync(there, $"{former}/runs/2026-Q1/evaluations/asal-1", 404, "unknown-evaluation");
        await Refused.PutAsync(
            there, $"{former}/ratings/2026-Q1/asal-1",
            Rating("head-1").Replace("}", ",\"reason\":\"Terlambat.\"}", StringComparison.Ordinal),
            404, "unknown-evaluation");
        var evaluation = (await here.GetAsync($"{current}/runs/2026-Q1/evaluations/baru-1")).Json!;
        Assert.Equal(("good", 1), ((string?)evaluation["predicate"], (int?)evaluation["place"]));
        Assert.Equal(["budi"], await RankedAsync(there, former));
        Assert.Equal(["baru-1"], await RankedAsync(here, current));
    }

    private static async Task MoveAsync(PastQuarter quarter, SmallAgency home, SmallAgency other)
    {
        var nip = $"19{Random.Shared.Next(50, 99)}0712201001{Random.Shared.Next(1000, 9999)}";
        (SmallAgency Agency, string Path, string Body)[] writes =
        [
            (home, "employees", Person("asal-1", "head-1", nip)),
            (other, "employees", Person("baru-1", "head-1", nip)),
            (other, "moves", $$"""
                {"moves":[{"employeeId":"baru-1","nip":"{{nip}}","fromAgencyId":"{{home.Id}}","on":"2026-02-16"}]}
                """),
            (other, "employees", Person("baru-1", "chief", nip, ""","from":"2026-03-16" """)),
        ];
        foreach (var (agency, path, body) in writes)
        {
            var answer = await quarter.ApiOf(agency.Id).PutAsync($"/api/v1/agencies/{agency.Id}/{path}", body);
            Assert.True(answer.Status == 200, $"{path}: {answer.Status} {answer.Json}");
        }
    }

    private static string Person(string id, string rater, string nip, string more = "") => $$"""
        {"employees":[{"id":"{{id}}","unitId":"tu","kind":"pns","raterId":"{{rater}}","nip":"{{nip}}"{{more}}}]}
        """;

    private static string Rating(string rater) =>
        $$"""{"raterId":"{{rater}}","result":"meets","behaviour":"meets","skpScore":90,"behaviourScore":90}""";

    private static (int, string?) StateOf(Answer run) => (run.Status, (string?)run.Json!["state"]);

    private static async Task<IEnumerable<(string?, string?)>> MissingAsync(Api api, string root) =>
        (await api.GetAsync($"{root}/missing-ratings/2026-Q1")).Json!["people"]!.AsArray()
            .Select(one => ((string?)one!["employeeId"], (string?)one["raterId"]));

    private static async Task<IEnumerable<string?>> RankedAsync(Api api, string root)
    {
        JsonNode page = (await api.GetAsync($"{root}/runs/2026-Q1/ranking")).Json!;
        return page["lines"]!.AsArray().Select(line => (string?)line!["employeeId"]);
    }
}
