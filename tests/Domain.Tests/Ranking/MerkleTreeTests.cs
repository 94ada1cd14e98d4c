using System.Security.Cryptography;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

public sealed class MerkleTreeTests
{
    /// <summary>The entries with which Certificate Transparency logs are tested.</summary>
    private static readonly byte[][] Known =
        [.. new[]
        {
            "",
            "00",
            "10",
            "2021",
            "3031",
            "40414243",
            "5051525354555657",
            "606162636465666768696a6b6c6d6e6f"
        }.Select(Convert.FromHexString)];

    [Theory]
    [InlineData(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    [InlineData(1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d")]
    [InlineData(2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125")]
    [InlineData(3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77")]
    [InlineData(4, "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7")]
    [InlineData(5, "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4")]
    [InlineData(6, "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef")]
    [InlineData(7, "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c")]
    [InlineData(8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328")]
    public void RFC_6962_the_roots_of_the_known_entries_come_out(int entries, string root) =>
        Assert.Equal(root, Convert.ToHexStringLower(MerkleTree.RootOf(LeavesOf(Known[..entries]))));

    [Fact]
    public void RFC_6962_root_and_every_path_are_the_definitions_for_1_to_600_entries()
    {
        for (var n = 1; n <= 600; n++)
        {
            var entries = PlainTree.Entries(n);
            var leaves = LeavesOf(entries);
            Assert.Equal(PlainTree.Root(entries), MerkleTree.RootOf(leaves));
            foreach (var index in n <= 40 ? Enumerable.Range(0, n) : [n / 2, n - 1])
            {
                Assert.Equal(PlainTree.Path(entries, index), MerkleTree.PathOf(leaves, index));
            }
        }
    }

    [Fact]
    public void Pages_of_a_power_of_two_make_the_same_tree_and_the_same_paths() =>
        Always.HoldsFor(random =>
        {
            var perPage = 1 << random.Next(0, 7);
            var leaves = LeavesOf(PlainTree.Entries(random.Next(1, 700)));
            var pages = leaves.Chunk(perPage).ToList();
            var roots = pages.Select(MerkleTree.RootOf).ToList();
            var index = random.Next(leaves.Count);
            Assert.Equal(MerkleTree.RootOf(leaves), MerkleTree.RootOf(roots));
            Assert.Equal(
                MerkleTree.PathOf(leaves, index),
                InclusionProof.InPages(roots, pages[index / perPage], perPage, leaves.Count, index).Path);
        });

    [Fact]
    public void A_path_is_never_longer_than_the_logarithm_of_the_size()
    {
        var leaves = LeavesOf(PlainTree.Entries(1000));
        Assert.All(
            [0, 1, 333, 767, 768, 991, 992, 999],
            index => Assert.InRange(MerkleTree.PathOf(leaves, index).Count, 5, 10));
    }

    [Fact]
    public void There_is_no_path_to_where_no_leaf_stands()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.PathOf(LeavesOf(Known), 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.PathOf(LeavesOf(Known), -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MerkleTree.PathOf([], 0));
    }

    private static List<byte[]> LeavesOf(byte[][] entries) => [.. entries.Select(e => MerkleTree.LeafOf(e))];
}

/// <summary>The definitions of RFC 6962 §2.1 and §2.1.1 word by word, slow and recursive.</summary>
internal static class PlainTree
{
    internal static byte[][] Entries(int count) =>
        [.. Enumerable.Range(0, count).Select(i => BitConverter.GetBytes(i * 7919))];

    internal static byte[] Root(byte[][] d) => d.Length switch
    {
        0 => SHA256.HashData([]),
        1 => SHA256.HashData([0x00, .. d[0]]),
        _ => SHA256.HashData([0x01, .. Root(d[..Split(d.Length)]), .. Root(d[Split(d.Length)..])]),
    };

    internal static byte[][] Path(byte[][] d, int m)
    {
        if (d.Length == 1)
        {
            return [];
        }

        var k = Split(d.Length);
        return m < k ? [.. Path(d[..k], m), Root(d[k..])] : [.. Path(d[k..], m - k), Root(d[..k])];
    }

    /// <summary>k &lt; n ≤ 2k, k a power of two.</summary>
    private static int Split(int n)
    {
        var k = 1;
        while (k * 2 < n)
        {
            k *= 2;
        }

        return k;
    }
}
