namespace Kinerja.Host.Tests.Refusals;

[Collection(nameof(CloudFixture))]
public sealed class TokenTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    [Fact]
    public async Task A_token_made_by_the_forge_with_nothing_wrong_is_taken()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);

        var answer = await cloud.ApiWith(new TokenForge(cloud, agency.Id).Sign()).PostAsync(
            Path, agency.CheckIn("forged-ok"));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public Task Tokens_of_other_issuers_keys_times_and_algorithms_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var forge = new TokenForge(cloud, agency.Id);
        string?[] tokens =
        [
            null,
            "x",
            "a.b.c",
            cloud.Cloud.Issuer.TokenFor(agency.Id, lifetime: TimeSpan.FromMinutes(-2)),
            new TokenForge(cloud, agency.Id) { NotBefore = DateTime.UtcNow.AddMinutes(5) }.Sign(),
            new TokenForge(cloud, agency.Id) { NotBefore = null, Expires = null }.Sign(),
            new TokenForge(cloud, agency.Id) { Issuer = "https://login.example.go.id/" }.Sign(),
            new TokenForge(cloud, agency.Id) { Issuer = cloud.Cloud.Issuer.Name.TrimEnd('/') }.Sign(),
            new TokenForge(cloud, agency.Id) { Audience = "another-api" }.Sign(),
            forge.SignWithAnotherKey(),
            forge.SignWeaker(),
            forge.SignWithThePublicKeyAsSecret(),
            forge.Unsigned(),
            forge.Unsigned().TrimEnd('.'),
            new TokenForge(cloud, "penyusup").Altered(agency.Id),
        ];
        foreach (var token in tokens)
        {
            await Refused.PostAsync(cloud.ApiWith(token), Path, agency.CheckIn("no-token"), 401, "unauthenticated");
        }
    });

    [Fact]
    public Task A_token_must_name_its_client() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var named in new object?[] { null, "", 7, new string('x', 201), "a\u202eb", "199009132015031001" })
        {
            var forge = new TokenForge(cloud, agency.Id);
            forge.Claims.Remove("azp");
            if (named is not null)
            {
                forge.Claims["azp"] = named;
            }

            await Refused.PostAsync(
                cloud.ApiWith(forge.Sign()), Path, agency.CheckIn("no-client"), 401, "unauthenticated");
        }
    });

    [Fact]
    public async Task A_subject_is_the_client_where_no_authorised_party_is_named()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var forge = new TokenForge(cloud, agency.Id);
        forge.Claims.Remove("azp");
        forge.Claims["sub"] = "aplikasi-lain";

        Assert.Equal(201, (await cloud.ApiWith(forge.Sign()).PostAsync(Path, agency.CheckIn("by-subject"))).Status);
    }

    [Fact]
    public Task A_token_must_name_one_agency_in_plain_text() => Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var named in new object?[] { null, "", "*", "A B", 7, true, new[] { agency.Id, "lain" } })
        {
            var forge = new TokenForge(cloud, agency.Id);
            forge.Claims.Remove("agency");
            if (named is not null)
            {
                forge.Claims["agency"] = named;
            }

            await Refused.PostAsync(
                cloud.ApiWith(forge.Sign()), Path, agency.CheckIn("no-agency"), 401, "unauthenticated");
        }
    });

    [Fact]
    public async Task A_token_counts_only_in_the_authorization_header_as_bearer()
    {
        var token = cloud.Cloud.Issuer.TokenFor("contoh-1");

        var query = await cloud.ApiWith(null).GetAsync($"/api/v1/agencies/contoh-1/runs/2026-Q1?access_token={token}");
        var basic = await cloud.ApiWith(null).SendAsync(
            HttpMethod.Get, "/api/v1/agencies/contoh-1/runs/2026-Q1", null, ("Authorization", $"Basic {token}"));

        Assert.Equal((401, 401), (query.Status, basic.Status));
        Assert.Equal("Bearer", query.Headers.WwwAuthenticate.ToString());
    }

    [Fact]
    public async Task A_scope_counts_only_as_a_whole_word()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        foreach (var scope in new[]
        {
            "presence.write2",
            "presence",
            "PRESENCE.WRITE",
            "presence.write,presence.read",
            "*"
        })
        {
            var api = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor(agency.Id, [scope]));

            await Refused.PostAsync(api, Path, agency.CheckIn("scope-word"), 403, "missing-scope");
        }
    }

    [Fact]
    public async Task Scopes_are_read_from_a_text_or_a_list_in_scope_or_scp()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        (string Claim, object Value, int Status)[] cases =
        [
            ("scope", "presence.read presence.write", 201),
            ("scope", new[] { "presence.read", "presence.write" }, 201),
            ("scope", new[] { "presence.write" }, 201),
            ("scope", new[] { "presence.read presence.write" }, 201),
            ("scp", "presence.read presence.write", 201),
            ("scp", new[] { "presence.read", "presence.write" }, 201),
            ("scope", "  presence.write  ", 201),
            ("scope", Array.Empty<string>(), 403),
            ("scope", new[] { "presence.read", "presence" }, 403),
            ("scope", new[] { "presence.write2", "PRESENCE.WRITE" }, 403),
            ("scope", new object[] { "presence.write", 7 }, 403),
            ("scope", new object[] { new[] { "presence.write" } }, 403),
            ("scope", new Dictionary<string, object> { ["a"] = " presence.write " }, 403),
            ("scope", 7, 403),
            ("scope", true, 403),
            ("scopes", "presence.write", 403),
            ("roles", new[] { "presence.write" }, 403),
        ];
        foreach (var (i, (claim, value, status)) in cases.Index())
        {
            var forge = new TokenForge(cloud, agency.Id);
            forge.Claims.Remove("scope");
            forge.Claims[claim] = value;
            var answer = await cloud.ApiWith(forge.Sign()).PostAsync(
                Path, agency.CheckIn($"by-scope-{i}", captured: $"2026-01-05T07:{i + 10}:00+09:00"));

            Assert.True(answer.Status == status, $"{i}: {answer.Status} {answer.Json}");
        }
    }

    [Fact]
    public async Task Where_both_claims_stand_scope_counts()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var forge = new TokenForge(cloud, agency.Id);
        forge.Claims["scope"] = new[] { "presence.read" };
        forge.Claims["scp"] = new[] { "presence.write" };

        await Refused.PostAsync(
            cloud.ApiWith(forge.Sign()), Path, agency.CheckIn("both-claims"), 403, "missing-scope");
    }
}
