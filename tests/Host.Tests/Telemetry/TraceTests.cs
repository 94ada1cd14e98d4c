using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Microsoft.Extensions.DependencyInjection;

namespace Kinerja.Host.Tests.Telemetry;

/// <summary>Every answer names its trace, in its header and in its problem: the caller's, or a new one.</summary>
[Collection(nameof(CloudFixture))]
public sealed class TraceTests(CloudFixture cloud)
{
    private const string Trace = "0af7651916cd43dd8448eb211c80319c";
    private const string Span = "b7ad6b7169203331";
    private const string Header = $"00-{Trace}-{Span}-01";

    [Theory]
    [InlineData(Header)]
    [InlineData($"01-{Trace}-{Span}-01")]
    [InlineData($"cc-{Trace}-{Span}-01-and-what-a-later-version-adds")]
    public async Task A_callers_trace_goes_on_in_answers_and_problems(string traceparent)
    {
        var (fine, refused) = await CallAsync(("traceparent", traceparent));

        Assert.All([fine, refused], answer => Assert.Matches($"^00-{Trace}-[0-9a-f]{{16}}-01$", HeaderOf(answer)));
        Assert.All([fine, refused], answer => Assert.DoesNotContain(Span, HeaderOf(answer), StringComparison.Ordinal));
        Assert.Equal(Trace, (string?)refused.Json!["traceId"]);
    }

    [Theory]
    [InlineData("00-xyz-1-01")]
    [InlineData($"00-{Trace}-{Span}-01-more")]
    [InlineData($"00-{Trace}-{Span}-0")]
    [InlineData($"ff-{Trace}-{Span}-01")]
    [InlineData("00-0AF7651916CD43DD8448EB211C80319C-B7AD6B7169203331-01")]
    [InlineData($"00-00000000000000000000000000000000-{Span}-01")]
    [InlineData($"00-{Trace}-0000000000000000-01")]
    public Task A_malformed_trace_is_as_none(string traceparent) => BeginsNewTracesAsync(("traceparent", traceparent));

    [Fact]
    public Task A_trace_that_stands_there_twice_is_as_none() =>
        BeginsNewTracesAsync(("traceparent", Header), ("traceparent", $"00-{Trace}-{Span}-00"));

    [Fact]
    public Task A_header_of_ten_thousand_bytes_is_as_none() =>
        BeginsNewTracesAsync(("traceparent", Header + new string('0', 10_000)));

    [Fact]
    public Task Without_a_header_a_trace_begins() => BeginsNewTracesAsync();

    [Fact]
    public async Task Bug_a_fault_of_ours_names_its_trace_too()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var units = cloud.Services.GetRequiredService<TableServiceClient>().GetTableClient(TableNames.Units);
        await units.DeleteEntityAsync(agency.Id, "tu", ETag.All, CancellationToken.None);

        var answer = await agency.Api.SendAsync(
            HttpMethod.Post, "/api/v1/check-ins", agency.CheckIn("fault-trace"), ("traceparent", Header));

        Assert.Equal((500, Trace), (answer.Status, (string?)answer.Json!["traceId"]));
        Assert.StartsWith($"00-{Trace}-", HeaderOf(answer), StringComparison.Ordinal);
    }

    /// <summary>
    /// The host writes this header on the way to the worker; what a client puts there must reach nobody.
    /// </summary>
    [Theory]
    [InlineData("a-clients-own")]
    [InlineData("4a9cbb1e-7ea1-4c4e-9b6e-5f2d0a6c1f10")]
    public async Task A_clients_own_invocation_id_changes_nothing(string id)
    {
        var (fine, refused) = await CallAsync(("x-ms-invocation-id", id));
        Assert.Equal((200, 404), (fine.Status, refused.Status));
    }

    private async Task BeginsNewTracesAsync(params (string, string?)[] headers)
    {
        var (fine, refused) = await CallAsync(headers);

        Assert.All([fine, refused], answer =>
        {
            Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-00$", HeaderOf(answer));
            Assert.DoesNotContain(Trace, HeaderOf(answer), StringComparison.OrdinalIgnoreCase);
        });
        Assert.NotEqual(HeaderOf(fine)[..35], HeaderOf(refused)[..35]);
        Assert.Equal(HeaderOf(refused)[3..35], (string?)refused.Json!["traceId"]);
    }

    private async Task<(Answer Fine, Answer Refused)> CallAsync(params (string, string?)[] headers)
    {
        var api = cloud.ApiOf("contoh-1");
        return (
            await api.SendAsync(HttpMethod.Get, "/api/health", null, headers),
            await api.SendAsync(HttpMethod.Get, "/api/v1/nothing", null, headers));
    }

    private static string HeaderOf(Answer answer) => answer.Headers.GetValues("traceparent").Single();
}
