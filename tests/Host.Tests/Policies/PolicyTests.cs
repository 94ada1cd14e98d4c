using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Policies;

/// <summary>Policy documents over HTTP: versions, dates, and nothing stored that is not valid.</summary>
[Collection(nameof(CloudFixture))]
public sealed class PolicyTests(CloudFixture cloud)
{
    [Fact]
    public async Task A_document_is_superseded_and_never_changed()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = Path(agency);

        var first = await agency.Api.PutAsync(path, Hours("07:30"));
        var same = await agency.Api.PutAsync(path, Hours("07:30"));
        var second = await agency.Api.PutAsync(path, Hours("08:00"), "\"1\"");

        Assert.Equal(("\"1\"", "\"1\"", "\"2\""), (Tag(first), Tag(same), Tag(second)));
        Assert.Equal("working-time-2026-03-01.2", (string?)(await agency.Api.GetAsync(path)).Json!["name"]);
        var old = await agency.Api.GetAsync(path + "?version=1");
        Assert.Equal("07:30", (string?)old.Json!["policy"]!["everybody"]!["week"]![0]!["start"]);
        var list = await agency.Api.GetAsync(path[..path.LastIndexOf('/')]);
        Assert.Equal([true, false], list.Json!["documents"]!.AsArray().Select(d => (bool)d!["superseded"]!));
    }

    [Fact]
    public Task Invalid_documents_dates_and_kinds_are_refused() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        await Refused.PutAsync(
            agency.Api, Path(agency), Hours("7.30"), 400, "invalid-field", "/everybody/week/0/start");
        await Refused.PutAsync(agency.Api, Path(agency), "{}", 400, "invalid-field", "/everybody");
        await Refused.PutAsync(agency.Api, Path(agency, "2026-02-29"), Hours("07:30"), 400, "invalid-field", "/from");
        await Refused.PutAsync(agency.Api, Path(agency, kind: "jam-kerja"), Hours("07:30"), 404, "unknown-policy");
        await Refused.GetAsync(agency.Api, Path(agency), 404, "unknown-policy");
        await Refused.GetAsync(agency.Api, Path(agency) + "?version=x", 400, "invalid-field", "/version");
        await Refused.SendAsync(
            agency.Api, HttpMethod.Put, Path(agency), Hours("07:30"), 412, "stale-version", [], "\"1\"");
    });

    [Fact]
    public async Task What_is_left_out_is_shown_as_it_was_filled()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var path = Path(agency, kind: "objection");
        var put = await agency.Api.PutAsync(path, """{"toObject":{"days":20,"count":"working"}}""");
        var again = await agency.Api.PutAsync(path, put.Json!["policy"]!.ToJsonString());

        Assert.Equal(
            """
            {"toObject":{"days":20,"count":"working"},"toDecide":{"days":14,"count":"working"},
            "toHear":{"days":7,"count":"working"}}
            """.Replace("\n", "", StringComparison.Ordinal),
            (await agency.Api.GetAsync(path)).Json!["policy"]!.ToJsonString());
        Assert.Equal(("\"1\"", "\"1\""), (Tag(put), Tag(again)));
    }

    private static string Path(SmallAgency agency, string from = "2026-03-01", string kind = "working-time") =>
        $"/api/v1/agencies/{agency.Id}/policies/{kind}/{from}";

    private static string Hours(string start) =>
        $$$"""{"everybody":{"scheme":"fixed","week":[{"days":["monday"],"start":"{{{start}}}","end":"16:00"}]}}""";

    private static string? Tag(Answer answer) => answer.Headers.ETag?.Tag;
}
