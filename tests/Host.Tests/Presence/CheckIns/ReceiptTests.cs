using Kinerja.Local.Cloud;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Host.Tests.Presence.CheckIns;

[Collection(nameof(CloudFixture))]
public sealed class ReceiptTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    /// <summary>As a person's own lawyer would: with nothing but the published keys, and no token.</summary>
    [Fact]
    public async Task A_receipt_is_proven_by_the_published_keys_alone()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var answer = await agency.Api.PostAsync(Path, agency.CheckIn("receipt-01"));
        var receipt = (string)answer.Json!["receipt"]!;

        var keys = await cloud.ApiWith(null).GetAsync("/api/v1/receipt-keys");
        var read = await ValidateAsync(receipt, keys.Json!.ToJsonString());

        Assert.True(read.IsValid, read.Exception?.Message);
        Assert.Equal("ani-1", read.Claims["sub"]);
        Assert.Equal("2026-01-05", read.Claims["workDate"]);
        Assert.Equal("inside", read.Claims["placement"]);
        Assert.DoesNotContain("\"d\"", keys.Json.ToJsonString());
    }

    [Fact]
    public async Task A_changed_byte_fails()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var answer = await agency.Api.PostAsync(Path, agency.CheckIn("receipt-02"));
        var receipt = (string)answer.Json!["receipt"]!;
        var keys = (await cloud.ApiWith(null).GetAsync("/api/v1/receipt-keys")).Json!.ToJsonString();
        var middle = receipt.Length / 2;
        var changed = receipt[..middle] + (receipt[middle] == 'A' ? 'B' : 'A') + receipt[(middle + 1)..];

        Assert.True((await ValidateAsync(receipt, keys)).IsValid);
        Assert.False((await ValidateAsync(changed, keys)).IsValid);
    }

    [Fact]
    public async Task Each_accepted_item_of_a_batch_and_each_resend_has_its_receipt()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var item = agency.CheckIn("receipt-03");

        var batch = await agency.Api.PostAsync(
            Path + "/batch?details=full", $$"""{"checkIns":[{{item}},{"id":1},{{item}}]}""");

        var items = batch.Json!["items"]!.AsArray();
        Assert.Equal(3, ((string)items[0]!["checkIn"]!["receipt"]!).Split('.').Length);
        Assert.Null(items[1]!["checkIn"]);
        var (first, again) = ((string)items[0]!["checkIn"]!["receipt"]!, (string)items[2]!["checkIn"]!["receipt"]!);
        Assert.Equal(first.Split('.')[1], again.Split('.')[1]);
    }

    [Fact]
    public async Task Without_its_key_the_host_does_not_start()
    {
        using var folder = new TempFolder();
        var options = cloud.Cloud.OptionsFor() with { StateFolder = folder.Path, ReceiptKey = "" };
        var fault = await Assert.ThrowsAnyAsync<Exception>(
            () => FunctionApp.StartAsync(options, CancellationToken.None));
        Assert.Contains("KinerjaReceipts__SigningKey", fault.Message, StringComparison.Ordinal);
    }

    private static Task<TokenValidationResult> ValidateAsync(string receipt, string jwks) =>
        new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(receipt, new TokenValidationParameters
        {
            IssuerSigningKeys = new JsonWebKeySet(jwks).GetSigningKeys(),
            ValidIssuer = "urn:kinerja",
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["kinerja-receipt+jwt"],
            ValidateAudience = false,
            // A proof does not run out.
            ValidateLifetime = false,
        });
}
