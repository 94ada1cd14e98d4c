using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Tests.Exchange;

/// <summary>Whatever SIASN does, everybody has one record there in the end, or a cause that is told.</summary>
[Collection(nameof(LaterCloud))]
public sealed class SiasnFaultTests(CloudFixture cloud)
{
    private const string BothSent = "2 sent 0 there 0 refused 0 failed";

    [Fact]
    public async Task A_save_that_was_accepted_and_answered_500_is_read_back_and_not_repeated()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.Faults.Enqueue(("POST", (_, answer) =>
        {
            answer();
            return Task.FromResult(Results.StatusCode(500));
        }
        ));
        server.Faults.Enqueue(("POST", (context, answer) =>
        {
            answer();
            context.Abort();
            return Task.FromResult(Results.Empty);
        }
        ));
        await ExpectAsync(agency, server, BothSent);
        Assert.Equal(2, server.Siasn.Saves);
    }

    [Fact]
    public async Task A_slow_server_that_asks_to_wait_is_waited_for()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.FailsWith("GET", 429, retryAfter: 1);
        server.Faults.Enqueue(("GET", async (_, answer) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(2));
            return answer();
        }
        ));
        server.FailsWith("GET", 503);
        await ExpectAsync(agency, server, BothSent);
    }

    /// <summary>What the handler's own retries do not bridge the queue does, half a minute later.</summary>
    [Fact]
    public async Task A_server_that_is_down_for_longer_is_tried_again_by_the_queue_from_where_it_stopped()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.FailsWith("POST", 429);
        server.FailsWith("GET", 500, times: 4);
        await agency.PutAccountAsync();
        await agency.FinalAsync();
        var failed = await agency.UntilAsync(sending => (int)sending["counts"]!["failed"]! > 0);
        Assert.Equal("1 sent 0 there 0 refused 1 failed", SiasnAgency.Counts(failed));
        var open = Assert.Single(failed["open"]!.AsArray())!;
        Assert.Equal(("failed", "noAnswer"), ((string?)open["state"], (string?)open["cause"]));

        Assert.Equal(BothSent, await agency.DoneAsync());
        Assert.Single(server.Siasn.RecordsOf(SiasnAgency.Ani));
        Assert.Single(server.Siasn.RecordsOf(SiasnAgency.Budi));
    }

    [Fact]
    public async Task An_answer_of_somebody_else_sends_nothing_of_that_person()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.Siasn.Confused[SiasnAgency.Budi] = SiasnAgency.Ani;
        await ExpectAsync(agency, server, "1 sent 0 there 1 refused 0 failed", "budi refused wrongPerson");
        Assert.Empty(server.Siasn.RecordsOf(SiasnAgency.Budi));
        Assert.Single(server.Siasn.RecordsOf(SiasnAgency.Ani));

        server.Siasn.Confused.Clear();
        await agency.Api.SendAsync(HttpMethod.Post, agency.Sending + "/sendings", null);
        await agency.UntilAsync(sending => (int)sending["counts"]!["sent"]! == 2);
        Assert.Single(server.Siasn.RecordsOf(SiasnAgency.Budi));
    }

    [Fact]
    public async Task A_refusal_is_told_with_its_code_and_without_the_NIP_that_it_names()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.FailsWith("POST", 422, times: 2);
        await ExpectAsync(
            agency, server, "0 sent 0 there 2 refused 0 failed", "ani-1 refused notTaken SIASN answered 422.",
            "budi refused notTaken SIASN answered 422.");
    }

    [Fact]
    public async Task A_token_that_ran_out_is_renewed_and_the_call_made_once_more()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        server.Faults.Enqueue(("GET", (_, answer) =>
        {
            server.ExpireTokens();
            return Task.FromResult(answer());
        }
        ));
        await ExpectAsync(agency, server, BothSent);
        Assert.Equal(2, server.TokensGiven);
    }

    [Fact]
    public async Task A_sign_on_that_ran_out_is_told_and_a_new_one_goes_on()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        await agency.PutAccountAsync();
        server.SignOn = "sso-2";
        await agency.FinalAsync();
        var account = await agency.UntilAsync(found => found["problem"] is not null, agency.Account);
        Assert.Equal("signOnRefused", (string?)account["problem"]!["fault"]);
        Assert.Equal("0 sent 0 there 0 refused 0 failed", SiasnAgency.Counts(
            (await agency.Api.GetAsync(agency.Sending)).Json!));

        await agency.PutAccountAsync(signOn: "sso-2");
        Assert.Equal(BothSent, await agency.DoneAsync());
        await agency.UntilAsync(found => found["problem"] is null, agency.Account);
    }

    private static async Task ExpectAsync(
        SiasnAgency agency, SiasnServer server, string counts, params string[] open)
    {
        await agency.PutAccountAsync();
        await agency.FinalAsync();
        Assert.Equal(counts, await agency.DoneAsync());
        var entries = (await agency.Api.GetAsync(agency.Sending)).Json!["open"]!.AsArray();
        Assert.Equal(
            open,
            entries.Select(e => $"{e!["employeeId"]} {e["state"]} {e["cause"]} {e["detail"]}".TrimEnd()).Order());
        Assert.Empty(server.Faults);
    }
}
