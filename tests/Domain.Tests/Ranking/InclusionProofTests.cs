using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>A proof holds for its entry at its index in its tree, and for nothing else.</summary>
public sealed class InclusionProofTests
{
    [Fact]
    public void Every_entry_of_every_tree_of_1_to_40_is_proven_and_nowhere_else()
    {
        for (var n = 1; n <= 40; n++)
        {
            var (entries, leaves, head) = Tree(n);
            for (var index = 0; index < n; index++)
            {
                var proof = InclusionProof.Of(leaves, index);
                Assert.True(proof.Proves(entries[index], head), $"{index} of {n}");
                Assert.False(proof.Proves(entries[(index + 1) % n], head) && n > 1, $"the neighbour of {index} of {n}");
                Assert.DoesNotContain(
                    Enumerable.Range(-1, n + 2).Where(i => i != index),
                    i => (proof with { Index = i }).Proves(entries[index], head));
            }
        }
    }

    [Fact]
    public void One_changed_bit_of_the_entry_of_the_root_or_of_the_path_is_found() =>
        Always.HoldsFor(random =>
        {
            var (entry, proof, head) = Any(random);
            Assert.True(proof.Proves(entry, head));
            Assert.False(proof.Proves(Flipped(entry, random), head));
            Assert.False(proof.Proves(entry, head with { Root = Flipped(head.Root.ToArray(), random) }));
            for (var i = 0; i < proof.Path.Count; i++)
            {
                byte[][] path = [.. proof.Path];
                path[i] = Flipped(path[i], random);
                Assert.False((proof with { Path = path }).Proves(entry, head));
            }
        });

    // RFC 9162 §2.1.3.2 lets some of these pass, since a root does not say its size: the size that is known beforehand
    // does.
    [Fact]
    public void Another_size_of_the_tree_is_found() =>
        Always.HoldsFor(random =>
        {
            var (entry, proof, head) = Any(random);
            foreach (var size in Enumerable.Range(0, (2 * head.Size) + 2).Where(s => s != head.Size))
            {
                Assert.False((proof with { TreeSize = size }).Proves(entry, head));
            }
        });

    [Fact]
    public void A_path_that_is_shorter_longer_or_in_another_order_is_found() =>
        Always.HoldsFor(random =>
        {
            var (entry, proof, head) = Any(random, atLeast: 3);
            Assert.False((proof with { Path = [.. proof.Path.Skip(1)] }).Proves(entry, head));
            Assert.False((proof with { Path = [.. proof.Path.SkipLast(1)] }).Proves(entry, head));
            Assert.False((proof with { Path = [.. proof.Path, head.Root.ToArray()] }).Proves(entry, head));
            Assert.False((proof with { Path = [[.. proof.Path[0], 0], .. proof.Path.Skip(1)] }).Proves(entry, head));
            Assert.Equal(proof.Path.Count == 1, (proof with { Path = [.. proof.Path.Reverse()] }).Proves(entry, head));
        });

    [Fact]
    public void A_node_does_not_pass_for_an_entry()
    {
        var (_, leaves, head) = Tree(4);
        var above = new[] { MerkleTree.NodeOf(leaves[0], leaves[1]), MerkleTree.NodeOf(leaves[2], leaves[3]) };
        byte[] joined = [.. leaves[0], .. leaves[1]];
        Assert.False(new InclusionProof(0, 2, [above[1]]).Proves(joined, head with { Size = 2 }));
        Assert.False(new InclusionProof(0, 4, [above[1]]).Proves(joined, head));
    }

    private static (byte[] Entry, InclusionProof Proof, TreeHead Head) Any(Random random, int atLeast = 1)
    {
        var (entries, leaves, head) = Tree(random.Next(atLeast, 300));
        var index = random.Next(entries.Length);
        return (entries[index], InclusionProof.Of(leaves, index), head);
    }

    private static (byte[][] Entries, List<byte[]> Leaves, TreeHead Head) Tree(int n)
    {
        var entries = PlainTree.Entries(n);
        return (entries, [.. entries.Select(e => MerkleTree.LeafOf(e))], new(n, PlainTree.Root(entries)));
    }

    private static byte[] Flipped(byte[] bytes, Random random)
    {
        byte[] changed = [.. bytes];
        changed[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return changed;
    }
}
