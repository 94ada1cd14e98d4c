using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Intake.Pulls;

/// <summary>
/// Half a register is none, whatever the agency's server does: nobody is missing by it, and nothing is written.
/// </summary>
[Collection(nameof(CloudFixture))]
public sealed class PullFaultTests(CloudFixture cloud)
{
    private const string DewiIsNew = "employee dewi new unitId:→tu kind:→pns active:→true discipline:→none";

    private const string Dewi = """{"id":"dewi","unitId":"tu","kind":"pns"}""";

    [Fact]
    public async Task A_slow_server_that_fails_and_asks_to_wait_is_read_whole_in_the_end()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Employees.Add(Dewi);
        server.Faults.Enqueue(HrServer.Status(500));
        server.Faults.Enqueue(HrServer.Status(429, retryAfter: 1));
        server.Faults.Enqueue(async _ =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            return null;
        });
        server.Faults.Enqueue(null);
        server.Faults.Enqueue(HrServer.Status(503));

        var source = await agency.PullAsync();
        Assert.Null(source["problem"]);
        Assert.Equal([DewiIsNew], await agency.LinesAsync());
    }

    [Fact]
    public async Task A_page_that_breaks_off_or_lacks_rows_leaves_everything_as_it_was()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.SaidEmployees = 5;
        await ExpectAsync(agency, "incomplete");

        // The page of a server that died in the middle of it: JSON that stops.
        server.SaidEmployees = null;
        server.Faults.Enqueue(null);
        server.Faults.Enqueue(context => Half(context, server.Page(2)));
        await ExpectAsync(agency, "malformed");

        // The connection goes, each time that it is tried again.
        server.Faults.Enqueue(null);
        for (var tries = 0; tries < 5; tries++)
        {
            server.Faults.Enqueue(async context =>
            {
                context.Response.ContentLength = 500;
                await context.Response.WriteAsync(server.Page(2)[..20]);
                await context.Response.Body.FlushAsync();
                context.Abort();
                return Results.Empty;
            });
        }

        await ExpectAsync(agency, "unreachable");
        await agency.Api.SendAsync(HttpMethod.Delete, agency.Root + "/register-source", null);
    }

    [Fact]
    public async Task A_page_that_comes_again_ends_nothing()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Faults.Enqueue(null);
        server.Faults.Enqueue(context => Whole(context, server.Page(1)));
        await ExpectAsync(agency, "malformed");

        server.Faults.Enqueue(context => Whole(context, server.Page(2)));
        await ExpectAsync(agency, "incomplete");
    }

    [Fact]
    public async Task A_register_that_changes_while_it_is_read_is_read_from_its_beginning()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Given = page =>
        {
            if (page == 1 && server.Version == 1)
            {
                server.Version = 2;
                server.Employees.Insert(0, Dewi);
            }
        };
        Assert.Null((await agency.PullAsync())["problem"]);
        Assert.Equal([DewiIsNew], await agency.LinesAsync());

        server.Given = _ => server.Version++;
        Assert.Equal("changing", (string?)(await agency.PullAsync())["problem"]!["fault"]);
        Assert.Single(await agency.LinesAsync());
    }

    [Fact]
    public async Task A_malformed_row_is_named_and_nobody_is_missing_by_it()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Employees[3] = """{"id":"budi","unitId":"tu","kind":"honorer"}""";
        server.Employees[2] = """{"id":7,"unitId":"tu","kind":"pns"}""";
        server.Employees.Add(Dewi);
        server.PageSize = 3;

        var pull = (await agency.PullAsync())["pull"]!;
        Assert.Equal((1, 0, 2), (
            (int?)pull["counts"]!["changes"], (int?)pull["counts"]!["missing"], (int?)pull["counts"]!["faulty"]));
        Assert.Equal(
            ["/pages/2/employees/0/id", "/pages/2/employees/1/kind"],
            (await agency.ChangesAsync()).SelectMany(c => c["faults"]!.AsArray()).Select(f => (string?)f!["pointer"]));
        await agency.AgreeAsync((string)pull["id"]!);
        await agency.UntilAppliedAsync();
        Assert.Equal("pns", (string?)(await agency.PersonAsync("budi", "2026-01-05"))!["kind"]);
        Assert.NotNull(await agency.PersonAsync("dewi", "2026-01-05"));
    }

    [Fact]
    public async Task A_row_of_any_length_is_a_fault_of_its_own_and_stops_nothing()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        var spaces = new string(' ', 100_000);
        server.Units[0] = $$"""{"id":"tu","name":"{{spaces}}Tata Usaha Baru","zone":"Asia/Jayapura"}""";
        server.Employees[3] = $$"""{"id":"budi","unitId":"tu","kind":"pns","{{new string('x', 100_000)}}":1}""";
        server.Employees.Add(Dewi);

        var pull = (await agency.PullAsync())["pull"]!;
        Assert.Equal((1, 0, 2), (
            (int?)pull["counts"]!["changes"], (int?)pull["counts"]!["missing"], (int?)pull["counts"]!["faulty"]));
        Assert.Equal(DewiIsNew, (await agency.LinesAsync()).First());
    }

    [Fact]
    public async Task A_server_that_gives_nothing_is_a_problem_that_is_told()
    {
        await using var server = await HrServer.StartAsync();
        var agency = await PullAgency.RegisterAsync(cloud, server);
        server.Faults.Enqueue(HrServer.Status(404));
        await ExpectAsync(agency, "notGiven");
        server.Faults.Enqueue(_ => Task.FromResult<IResult?>(Results.Redirect("http://127.0.0.1:1/")));
        await ExpectAsync(agency, "notGiven");
        server.Faults.Enqueue(_ => Task.FromResult<IResult?>(Results.Text(server.Page(1), "application/json")));
        await ExpectAsync(agency, "malformed");
        server.Faults.Enqueue(context => Whole(context, "{\"totals\":" + new string(' ', 1_100_000) + "{}}"));
        await ExpectAsync(agency, "malformed");
    }

    private static Task<IResult?> Half(HttpContext context, string page) => Whole(context, page[..(page.Length / 2)]);

    private static Task<IResult?> Whole(HttpContext context, string page)
    {
        context.Response.Headers.ETag = "\"v1\"";
        return Task.FromResult<IResult?>(Results.Text(page, "application/json"));
    }

    private static async Task ExpectAsync(PullAgency agency, string fault)
    {
        var source = await agency.PullAsync();
        Assert.Equal(fault, (string?)source["problem"]?["fault"]);
        Assert.Null(source["pull"]);
    }
}
