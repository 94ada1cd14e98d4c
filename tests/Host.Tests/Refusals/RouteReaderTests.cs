using Kinerja.Application;
using Kinerja.Domain;
using Kinerja.Host.Http;
using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>What the reader of paths, queries and If-Match keeps, and what it leaves alone after a refusal.</summary>
public sealed class RouteReaderTests
{
    [Fact]
    public async Task It_reads_the_parts_of_a_path_a_query_and_a_header()
    {
        var request = Request(
            "contoh", "?raterId=peg-0002&revision=3&cursor=p4", ("employee", "peg-0001"), ("period", "2026-Q1"));
        request.Headers.IfMatch = "\"7\"";
        var route = request.Route();

        Assert.Equal("contoh", route.Agency.ToString());
        Assert.Equal("peg-0001", route.Employee().ToString());
        Assert.Equal("2026-Q1", route.Period().ToString());
        Assert.Equal("peg-0002", route.QueryEmployee("raterId").ToString());
        Assert.Equal((3, 4), (route.Revision(), route.Page()));
        Assert.Equal([7], route.Condition()!.Match!.Versions);
        Assert.Equal(1, (await route.ThenAsync(() => Task.FromResult<Result<int>>(1))).Value);
    }

    [Fact]
    public async Task It_gives_the_first_refusal_and_runs_nothing_after_it()
    {
        var route = Request("contoh", "", ("employee", "A"), ("period", "2026-Q9")).Route();
        route.Employee();
        route.Period();

        Assert.Equal("/employeeId", (await NothingRuns(route)).Faults.Single().Pointer);
    }

    [Fact]
    public async Task A_body_is_not_read_after_a_refusal()
    {
        var request = Request("contoh", "", ("period", "2026-Q9"));
        request.Body = new Unreadable();
        var route = request.Route();
        route.Period();

        var body = await route.BodyAsync(JsonFormat.Default.RunRequest, run => run.Read(), CancellationToken.None);

        Assert.Equal("/period", body.Refusal!.Faults.Single().Pointer);
    }

    [Fact]
    public async Task Another_agencys_path_is_refused_though_nobody_asks_for_the_agency() =>
        Assert.Equal(
            RefusalCodes.WrongAgency, (await NothingRuns(Request("contoh", "", ("agency", "lain")).Route())).Code);

    [Fact]
    public void Between_agencies_the_callers_own_stays_the_callers()
    {
        var route = Request("contoh", "", ("agency", "lain")).RouteBetweenAgencies();

        Assert.Equal("contoh", route.Agency.ToString());
        Assert.Equal("lain", route.Path("agency", AgencyId.Parse).ToString());
    }

    [Theory]
    [InlineData("", true, true)]
    [InlineData("?unit=", true, false)]
    [InlineData("?unit=A", false, false)]
    public async Task An_empty_member_narrows_no_list_and_is_no_value(string query, bool filters, bool optional)
    {
        var (narrowed, given) = (Request("contoh", query).Route(), Request("contoh", query).Route());
        narrowed.Filter("unit", UnitId.Parse);
        given.OptionalQuery("unit", UnitId.Parse);

        Assert.Equal((filters, optional), (await Passes(narrowed), await Passes(given)));
    }

    private static async Task<bool> Passes(RouteReader route) =>
        (await route.ThenAsync(() => Task.FromResult<Result<int>>(1))).Refusal is null;

    private static async Task<Refusal> NothingRuns(RouteReader route) =>
        (await route.ThenAsync<int>(() => throw new InvalidOperationException("It ran."))).Refusal!;

    private static HttpRequest Request(string agency, string query, params (string Name, string Text)[] parts)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new Caller(AgencyId.Parse(agency).Value, "aplikasi-uji", new HashSet<string>()));
        http.Features.Set(new RouteTexts(parts.ToDictionary(part => part.Name, part => (object?)part.Text)));
        http.Request.QueryString = new QueryString(query);
        return http.Request;
    }

    private sealed class Unreadable : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("The body was read.");
    }
}
