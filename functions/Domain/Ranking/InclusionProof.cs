namespace Kinerja.Domain.Ranking;

/// <summary>
/// What a reader knows of a tree beforehand. Both matter: the root alone does not say how many entries there are.
/// </summary>
public sealed record TreeHead(int Size, ReadOnlyMemory<byte> Root);

/// <summary>
/// That one entry stands at an index, from 0, of a tree of so many entries (RFC 9162 §2.1.3): the hashes beside its way
/// to the root, at most ⌈log₂ size⌉ of them. They tell the number of other entries and nothing of what these say, as
/// long as nobody can guess one.
/// </summary>
public sealed record InclusionProof(int Index, int TreeSize, IReadOnlyList<byte[]> Path)
{
    public static InclusionProof Of(IReadOnlyList<byte[]> leaves, int index) =>
        new(index, leaves.Count, MerkleTree.PathOf(leaves, index));

    /// <summary>
    /// From the leaves of one page and the roots of all. Pages of a power of two entries, only the last of which may
    /// hold fewer, are subtrees of the whole: the way leads through the page and then over the pages.
    /// </summary>
    /// <param name="pageRoots">In order.</param>
    /// <param name="leaves">Of the entry's page.</param>
    /// <param name="perPage">A power of two.</param>
    /// <param name="treeSize">Entries on all pages.</param>
    /// <param name="index">From 0, over all pages.</param>
    public static InclusionProof InPages(
        IReadOnlyList<byte[]> pageRoots, IReadOnlyList<byte[]> leaves, int perPage, int treeSize, int index) =>
        new(
            index,
            treeSize,
            [.. MerkleTree.PathOf(leaves, index % perPage), .. MerkleTree.PathOf(pageRoots, index / perPage)]);

    /// <summary>
    /// Whether the entry stands there in the very tree that is known; false for any other entry, index, size or path
    /// (RFC 9162 §2.1.3.2).
    /// </summary>
    public bool Proves(ReadOnlySpan<byte> entry, TreeHead known)
    {
        if (TreeSize != known.Size || Index < 0 || Index >= TreeSize)
        {
            return false;
        }

        var hash = MerkleTree.LeafOf(entry);
        var (node, last) = (Index, TreeSize - 1);
        foreach (var beside in Path)
        {
            if (last == 0 || beside.Length != hash.Length)
            {
                return false;
            }

            // A last node without a neighbour goes up until it has one, on its left.
            while (node == last && node % 2 == 0)
            {
                (node, last) = (node / 2, last / 2);
            }

            hash = node % 2 == 1 ? MerkleTree.NodeOf(beside, hash) : MerkleTree.NodeOf(hash, beside);
            (node, last) = (node / 2, last / 2);
        }

        return last == 0 && known.Root.Span.SequenceEqual(hash);
    }
}
