using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Intake.Pulls;

/// <summary>An agency's own system gives its register: what differs is shown, and holds by the agency's word.</summary>
[Collection(nameof(CloudFixture))]
public sealed class RegisterPullTests(CloudFixture cloud)
{
    private const string Baru = """{"id":"baru","name":"Bidang Baru","parentId":"tu","zone":"Asia/Jayapura"}""";

    private const string Citra =
        """{"id":"citra","unitId":"baru","kind":"pns","raterId":"head-1","nip":"199102142015041001"}""";

    private const string AniMoves =
        """
        {"id":"ani-1","unitId":"baru","kind":"pppk","raterId":"head-1","nip":"199009132025242014","from":"2026-02-02"}
        """;

    [Fact]
    public async Task A_pull_shows_what_differs_and_holds_from_its_day_when_somebody_agrees()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Units.Add(Baru);
        server.Employees[2] = AniMoves;
        server.Employees[3] = Citra;

        var pull = (await agency.PullAsync())["pull"]!;
        Assert.Equal(("open", 2, 4, 3, 1), (
            (string?)pull["state"], (int?)pull["counts"]!["units"], (int?)pull["counts"]!["employees"],
            (int?)pull["counts"]!["changes"], (int?)pull["counts"]!["missing"]));
        Assert.Equal(
            [
                "unit baru new name:→Bidang Baru parentId:→tu zone:→Asia/Jayapura directService:→false active:→true",
                "employee ani-1 changed 2026-02-02 unitId:tu→baru",
                "employee budi missing",
                "employee citra new unitId:→baru kind:→pns raterId:→head-1 active:→true discipline:→none nip:→",
            ],
            await agency.LinesAsync());
        Assert.Null(await agency.PersonAsync("citra", "2026-02-02"));

        var agreed = await agency.AgreeAsync((string)pull["id"]!);
        Assert.Equal((200, "chief"), (agreed.Status, (string?)agreed.Json!["agreedById"]));
        var applied = (await agency.UntilAppliedAsync())["pull"]!;
        Assert.Equal((3, 0, 0), (
            (int?)applied["outcomes"]!["applied"], (int?)applied["outcomes"]!["refused"],
            (int?)applied["outcomes"]!["overtaken"]));
        Assert.Equal("tu", (string?)(await agency.PersonAsync("ani-1", "2026-02-01"))!["unitId"]);
        Assert.Equal("baru", (string?)(await agency.PersonAsync("ani-1", "2026-02-02"))!["unitId"]);
        Assert.True((bool?)(await agency.PersonAsync("budi", "2026-12-31"))!["active"]);
        var found = await agency.Api.PostAsync(agency.Root + "/nip-lookups", """{"nip":"199102142015041001"}""");
        Assert.Equal("citra", (string?)found.Json!["employeeId"]);

        Assert.Equal(200, (await agency.AgreeAsync((string)pull["id"]!)).Status);
        Assert.Equal(0, (int?)(await agency.PullAsync())["pull"]!["counts"]!["changes"]);
        Assert.Equal(["employee budi missing"], await agency.LinesAsync());
    }

    [Fact]
    public async Task So_many_changes_as_the_agency_says_hold_by_themselves_and_more_wait()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server, automaticUpTo: 1);
        server.Employees[3] = """{"id":"budi","unitId":"tu","kind":"pppk","raterId":"head-1"}""";
        await agency.PullAsync();
        Assert.Null((await agency.UntilAppliedAsync())["pull"]!["agreedById"]);
        Assert.Equal("pppk", (string?)(await agency.PersonAsync("budi", "2026-01-05"))!["kind"]);
        Assert.Equal("pns", (string?)(await agency.PersonAsync("budi", "2026-01-04"))!["kind"]);

        server.Units.Add(Baru);
        server.Employees.Add(Citra);
        Assert.Equal("open", (string?)(await agency.PullAsync())["pull"]!["state"]);

        await agency.SetAsync(automaticUpTo: 2);
        await agency.PullAsync();
        await agency.UntilAppliedAsync();
        Assert.NotNull(await agency.PersonAsync("citra", "2026-01-05"));
    }

    [Fact]
    public async Task What_has_not_changed_is_not_read_again_by_the_timer()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        await agency.PullAsync();
        var (read, before) = (server.Requests.Count, await agency.TagAsync());

        await cloud.FireTimerAsync("RegisterPullTimer");
        await agency.UntilReadAsync(before);
        Assert.Equal([(null, "\"v1\"", 304)], server.Requests.Skip(read));

        (server.Version, server.Employees[3]) = (2, """{"id":"budi","unitId":"tu","kind":"pppk"}""");
        await cloud.FireTimerAsync("RegisterPullTimer");
        await agency.UntilAsync(s => (int?)s["pull"]?["counts"]?["changes"] == 1);
        Assert.Equal(["employee budi changed 2026-01-05 kind:pns→pppk raterId:head-1→"], await agency.LinesAsync());
    }

    [Fact]
    public async Task What_the_register_does_not_allow_is_refused_by_itself_and_the_rest_is_written()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Employees.Add("""{"id":"dewi","unitId":"tu","kind":"pns","postId":"belum-ada"}""");
        server.Employees.Add("""{"id":"erna","unitId":"tu","kind":"pns","nip":"199009132025242014"}""");
        server.Employees.Add("""{"id":"fitri","unitId":"tu","kind":"pns"}""");
        server.Employees[3] = """{"id":"budi","unitId":"tu","kind":"pppk"}""";
        var pull = (await agency.PullAsync())["pull"]!;
        Assert.Equal(4, (int?)pull["counts"]!["changes"]);

        // Meanwhile somebody sets right what the pull would have changed otherwise.
        var put = await agency.Api.PutAsync(
            agency.Root + "/employees",
            """{"employees":[{"id":"budi","unitId":"tu","kind":"pns","raterId":"chief"}]}""");
        Assert.Equal(200, put.Status);
        await agency.AgreeAsync((string)pull["id"]!);
        await agency.UntilAppliedAsync();

        Assert.Equal(
            ["budi overtaken", "dewi refused This post is not registered.", "erna refused This NIP is another person's.",
                "fitri applied"],
            (await agency.ChangesAsync()).Select(c => $"{c["id"]} {c["outcome"]} {c["outcomeDetail"]}".Trim()));
        Assert.Equal("chief", (string?)(await agency.PersonAsync("budi", "2026-01-05"))!["raterId"]);
        Assert.Null(await agency.PersonAsync("dewi", "2026-01-05"));
        Assert.NotNull(await agency.PersonAsync("fitri", "2026-01-05"));
    }

    [Fact]
    public async Task Nobody_agrees_to_a_pull_that_was_not_looked_at()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        await Refused.GetAsync(agency.Api, agency.Root + "/register-source/changes", 404, "unknown-pull");
        server.Employees.Add("""{"id":"dewi","unitId":"tu","kind":"pns"}""");
        var first = (string)(await agency.PullAsync())["pull"]!["id"]!;
        server.Employees.Add("""{"id":"erna","unitId":"tu","kind":"pns"}""");
        var second = (string)(await agency.PullAsync())["pull"]!["id"]!;
        Assert.NotEqual(first, second);

        var path = agency.Root + "/register-source/agreement";
        await Refused.PostAsync(agency.Api, path, agency.Agreement(first), 409, "pull-replaced");
        await Refused.PostAsync(
            agency.Api, path, agency.Agreement(second, "tidak-ada"), 404, "unknown-employee", "/agreedById");
        Assert.Null(await agency.PersonAsync("dewi", "2026-01-05"));
    }

    [Fact]
    public async Task A_token_is_never_sent_to_another_server_than_it_was_given_for()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        var path = agency.Root + "/register-source";
        await Refused.PutAsync(
            agency.Api, path, """{"url":"https://lain.example.go.id/"}""", 400, "invalid-field", "/token");
        var same = await agency.Api.PutAsync(path, $$"""{"url":"{{server.Url}}&lagi=1"}""");
        Assert.Equal(200, same.Status);
        Assert.Null((await agency.PullAsync())["problem"]);

        Assert.Equal(204, (await agency.Api.SendAsync(HttpMethod.Delete, path, null)).Status);
        await Refused.GetAsync(agency.Api, path, 404, "unknown-register-source");
    }
}
