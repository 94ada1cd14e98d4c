using System.Security.Cryptography;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Tests.Tables.Pinned;
using Kinerja.Application.Workforce;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Tables;

/// <summary>What is sealed says nothing, opens in its own place only, and outlives a change of keys.</summary>
public sealed class ColumnSealTests
{
    private static readonly string Old = new('0', 64);
    private static readonly string New = new('f', 64);

    private static readonly Nip Nip = Nip.Parse("199001012020121001").Value;

    [Fact]
    public void A_NIP_that_was_sealed_once_is_still_opened()
    {
        var stored = new SealedIdentity(
            FakeIdentities.Key.HashOf(Nip), Some.AgencyId, Some.Person(), PinnedPeople.SealedNip);
        Assert.Equal(Nip, IdentityRows.Open(stored, ColumnSeal.From(Old)));
    }

    [Fact]
    public void Nothing_of_the_text_shows_and_the_same_text_never_looks_the_same()
    {
        var seal = ColumnSeal.From(Old);
        var (one, other) = (seal.Seal("place", Nip.Reveal()), seal.Seal("place", Nip.Reveal()));
        Assert.NotEqual(one, other);
        Assert.DoesNotContain("1990", one, StringComparison.Ordinal);
        Assert.Equal(Nip.Reveal(), seal.Open("place", one));
    }

    [Fact]
    public void The_first_key_seals_and_every_key_opens()
    {
        var before = ColumnSeal.From(Old).Seal("place", "rahasia");
        var both = ColumnSeal.From($"{New} {Old}");
        Assert.Equal("rahasia", both.Open("place", before));
        Assert.Equal("rahasia", ColumnSeal.From(New).Open("place", both.Seal("place", "rahasia")));
        var fault = Assert.Throws<InvalidOperationException>(() => ColumnSeal.From(New).Open("place", before));
        Assert.Contains("key", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void In_another_place_or_changed_it_does_not_open()
    {
        var seal = ColumnSeal.From(Old);
        var text = seal.Seal("place", "rahasia");
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("elsewhere", text));
        var changed = text[..20] + (text[20] == 'A' ? 'B' : 'A') + text[21..];
        Assert.ThrowsAny<CryptographicException>(() => seal.Open("place", changed));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("rahasia")]
    [InlineData("00000000000000000000000000000000000000000000000000000000000000")]
    public void What_is_no_key_stops_the_host_and_is_not_repeated(string keys)
    {
        var faults = new[]
        {
            Assert.Throws<InvalidOperationException>(() => ColumnSeal.From(keys)),
            Assert.Throws<InvalidOperationException>(() => NipLookupKey.From(keys)),
        };
        Assert.All(faults, fault => Assert.DoesNotContain("rahasia", fault.Message, StringComparison.Ordinal));
    }

    /// <summary>RFC 4231 is the algorithm's; this pins what is hashed: the eighteen digits, and nothing else.</summary>
    [Fact]
    public void A_NIP_has_one_hash_however_it_is_written_and_another_under_another_key()
    {
        const string Hash = "7ce6efd997fde11c0136104385fd76610725dcf5900dbbf3c0270e40a1da2e96";
        Assert.Equal(Hash, FakeIdentities.Key.HashOf(Nip).Text);
        Assert.Equal(Hash, FakeIdentities.Key.HashOf(Nip.Parse("19900101 202012 1 001").Value).Text);
        Assert.NotEqual(Hash, NipLookupKey.From(New).HashOf(Nip).Text);
    }
}
