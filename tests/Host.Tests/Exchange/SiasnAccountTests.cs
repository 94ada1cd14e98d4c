using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Exchange;

/// <summary>Where an agency's results go at SIASN: its versions, its secrets, its numbers.</summary>
[Collection(nameof(LaterCloud))]
public sealed class SiasnAccountTests(CloudFixture cloud)
{
    [Fact]
    public async Task It_is_off_by_default_counts_its_versions_and_answers_no_secret()
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        await Refused.GetAsync(agency.Api, agency.Account, 404, "unknown-siasn-account");
        var body = agency.Body().Replace(",\"enabled\":true", "", StringComparison.Ordinal);
        var first = await agency.Api.PutAsync(agency.Account, body);
        Assert.Equal(
            (200, false, 1, "\"1\""),
            (first.Status, (bool)first.Json!["enabled"]!, (int)first.Json["version"]!, $"{first.Headers.ETag}"));
        Assert.DoesNotContain(SiasnServer.Secret, $"{first.Json}", StringComparison.Ordinal);
        Assert.Equal(
            """{"above":1,"meets":2,"below":3} {"above":1,"meets":2,"below":3} {"month":"1","quarter":"2"}""",
            string.Join(' ', new[] { "result", "behaviour", "period" }.Select(
                set => first.Json["codes"]![set]!.ToJsonString())));
        Assert.Equal(
            """{"veryGood":1,"good":2,"needsImprovement":3,"poor":4,"veryPoor":5}""",
            first.Json["codes"]!["predicate"]!.ToJsonString());

        Assert.Equal(1, (int)(await agency.Api.PutAsync(agency.Account, body)).Json!["version"]!);
        var second = await agency.Api.PutAsync(
            agency.Account, agency.Body(secret: null, signOn: null, more: """
                ,"months":true,"codes":{"predicate":{"veryGood":5,"veryPoor":1},"period":{"month":"B"}},
                "coefficients":[{"postId":"ahli-muda","coefficientId":"k-25"}]
                """),
            ifMatch: "\"1\"");
        Assert.Equal((200, 2, true), (second.Status, (int)second.Json!["version"]!, (bool)second.Json["months"]!));
        Assert.Equal(
            """{"veryGood":5,"good":2,"needsImprovement":3,"poor":4,"veryPoor":1}""",
            second.Json["codes"]!["predicate"]!.ToJsonString());
        Assert.Equal("k-25", (string?)second.Json["coefficients"]![0]!["coefficientId"]);
        Assert.Equal(412, (await agency.Api.PutAsync(agency.Account, agency.Body(), ifMatch: "\"1\"")).Status);
        Assert.Equal("\"2\"", $"{(await agency.Api.GetAsync(agency.Account)).Headers.ETag}");

        Assert.Equal(204, (await agency.Api.SendAsync(HttpMethod.Delete, agency.Account, null)).Status);
        await Refused.GetAsync(agency.Api, agency.Account, 404, "unknown-siasn-account");
    }

    [Fact]
    public async Task A_secret_is_never_sent_to_another_server_than_it_was_given_for()
    {
        await using var server = await SiasnServer.StartAsync();
        await using var other = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        await Refused.PutAsync(
            agency.Api, agency.Account, agency.Body(secret: null), 400, "invalid-field", "/clientSecret");
        await Refused.PutAsync(agency.Api, agency.Account, agency.Body(signOn: null), 400, "invalid-field", "/signOn");
        await agency.PutAccountAsync();
        foreach (var (from, to) in new[] { (server.Url, other.Url), (server.TokenUrl, other.TokenUrl) })
        {
            await Refused.PutAsync(
                agency.Api, agency.Account,
                agency.Body(secret: null, signOn: null).Replace($"\"{from}\"", $"\"{to}\"", StringComparison.Ordinal),
                400, "invalid-field", "/clientSecret");
        }
    }

    [Theory]
    [InlineData("""{"codes":{"result":{"above":2}}}""", "/codes/result")]
    [InlineData("""{"codes":{"predicate":{"good":0}}}""", "/codes/predicate/good")]
    [InlineData("""{"codes":{"period":{"quarter":"dua belas"}}}""", "/codes/period/quarter")]
    [InlineData("""{"coefficients":[{"postId":"A b","coefficientId":"k"}]}""", "/coefficients/0/postId")]
    [InlineData("""{"coefficients":[{"postId":"a","coefficientId":"k"},{"postId":"a","coefficientId":"l"}]}""",
        "/coefficients/1/postId")]
    [InlineData("""{"url":"ftp://siasn.example.go.id/"}""", "/url")]
    [InlineData("""{"tokenUrl":"https://siasn.example.go.id/#x"}""", "/tokenUrl")]
    [InlineData("""{"clientId":"a b"}""", "/clientId")]
    [InlineData("""{"signOn":""}""", "/signOn")]
    public async Task What_is_wrong_is_named_at_its_place_and_nothing_is_stored(string wrong, string pointer)
    {
        await using var server = await SiasnServer.StartAsync();
        var agency = await SiasnAgency.RegisterAsync(cloud, server);
        var body = JsonNode.Parse(agency.Body())!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(wrong)!.AsObject().ToList())
        {
            body[name] = value!.DeepClone();
        }

        await Refused.PutAsync(
            agency.Api, agency.Account, body.ToJsonString(), 400, "invalid-field", pointer);
        await Refused.GetAsync(agency.Api, agency.Account, 404, "unknown-siasn-account");
    }
}
