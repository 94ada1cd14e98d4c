using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Application.Tests.Presence.CheckIns;

public sealed class ReceiptSignerTests
{
    [Fact]
    public async Task A_receipt_says_what_was_stored_and_nothing_of_where_or_who_by_NIP()
    {
        var payload = JsonNode.Parse(Part(Some.Receipts.Sign(await CheckInAsync()), 1))!;
        Assert.Equal("urn:kinerja", (string?)payload["iss"]);
        Assert.Equal("peg-0001", (string?)payload["sub"]);
        Assert.Equal("checkin-0001", (string?)payload["jti"]);
        Assert.Equal(
            ("2026-02-04", "inside", "in"),
            ((string?)payload["workDate"], (string?)payload["placement"], (string?)payload["kind"]));
        Assert.Equal("2026-02-04T07:30:00+07:00", (string?)payload["timeThatCounts"]);
        Assert.Equal("2026-02-04T00:30:00Z", (string?)payload["capturedAt"]);
        Assert.Equal(CheckInPolicy.Default.Version, (string?)payload["policy"]);
        Assert.Null(payload["position"]);
    }

    /// <summary>Whoever keeps a receipt reads these names.</summary>
    [Fact]
    public async Task A_receipts_content_is_pinned_to_the_byte() => Assert.Equal(
        $$"""
        {"iss":"urn:kinerja","sub":"peg-0001","jti":"checkin-0001","iat":1770165000,"agency":"menpanrb","kind":"in",
        "capturedAt":"2026-02-04T00:30:00Z","receivedAt":"2026-02-04T00:30:00Z",
        "timeThatCounts":"2026-02-04T07:30:00+07:00","timeSource":"device","workDate":"2026-02-04",
        "zone":"Asia/Jakarta","placement":"inside","fence":{"id":"kantor-pusat","version":1,"kind":"office"},
        "workMode":"office","policy":"{{CheckInPolicy.Default.Version}}"}
        """.ReplaceLineEndings(""),
        Part(Some.Receipts.Sign(await CheckInAsync()), 1));

    [Fact]
    public async Task A_resends_receipt_says_the_same()
    {
        var checkIn = await CheckInAsync();
        Assert.Equal(Part(Some.Receipts.Sign(checkIn), 1), Part(Some.Receipts.Sign(checkIn), 1));
    }

    [Fact]
    public async Task A_changed_byte_anywhere_fails()
    {
        var receipt = Some.Receipts.Sign(await CheckInAsync());
        Assert.True(Verifies(receipt));
        for (var i = receipt.IndexOf('.', StringComparison.Ordinal) + 1; i < receipt.Length - 1; i += 7)
        {
            if (receipt[i] != '.')
            {
                var changed = new StringBuilder(receipt) { [i] = receipt[i] == 'A' ? 'B' : 'A' };
                Assert.False(Verifies(changed.ToString()), $"at {i}");
            }
        }
    }

    [Fact]
    public void A_retired_key_stays_published_and_a_key_names_itself()
    {
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var retired = ReceiptKey.Retired(
            old.ExportSubjectPublicKeyInfoPem() + "\n" + old.ExportSubjectPublicKeyInfoPem());
        using var key = ReceiptKey.FromPem(old.ExportPkcs8PrivateKeyPem());
        Assert.Equal([key.Public, key.Public], retired);
        Assert.Single(new ReceiptSigner(key, retired).Keys.Keys);
        Assert.Empty(ReceiptKey.Retired(null));
    }

    [Fact]
    public void A_text_that_is_no_private_key_on_P256_throws()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var half = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        string[] wrong = ["", "nonsense", other.ExportPkcs8PrivateKeyPem(), half.ExportSubjectPublicKeyInfoPem()];
        Assert.All(wrong, pem => Assert.Throws<InvalidOperationException>(() => ReceiptKey.FromPem(pem)));
    }

    private static async Task<CheckIn> CheckInAsync() =>
        (await new World().RecordCheckIn.ExecuteAsync(Some.Actor, Some.Claim(), default)).Value.CheckIn;

    private static string Part(string jws, int part) =>
        Encoding.UTF8.GetString(Base64Url.DecodeFromChars(jws.Split('.')[part]));

    /// <summary>By the published half alone.</summary>
    private static bool Verifies(string jws)
    {
        var jwk = Some.Receipts.Keys.Keys[0];
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Base64Url.DecodeFromChars(jwk.X), Y = Base64Url.DecodeFromChars(jwk.Y) },
        });
        var end = jws.LastIndexOf('.');
        return key.VerifyData(
            Encoding.ASCII.GetBytes(jws[..end]), Base64Url.DecodeFromChars(jws.AsSpan(end + 1)),
            HashAlgorithmName.SHA256);
    }
}
