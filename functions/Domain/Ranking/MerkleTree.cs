using System.Security.Cryptography;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The Merkle tree of RFC 6962 §2.1 (RFC 9162 §2.1.1) over entries in their order: a leaf is SHA-256(0x00 ‖ entry), a
/// node SHA-256(0x01 ‖ left ‖ right), and more than one leaf are split at the largest power of two below their number.
/// No entry at all is SHA-256 of nothing; a single one is its leaf. The first byte keeps a node from passing for an
/// entry.
/// </summary>
public static class MerkleTree
{
    public static byte[] LeafOf(ReadOnlySpan<byte> entry) => SHA256.HashData([0, .. entry]);

    public static byte[] NodeOf(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right) =>
        SHA256.HashData([1, .. left, .. right]);

    /// <summary>Of leaves, or of the roots of perfect subtrees of one size, the last of which may be smaller.</summary>
    public static byte[] RootOf(IReadOnlyList<byte[]> leaves)
    {
        if (leaves.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var level = leaves;
        while (level.Count > 1)
        {
            level = Above(level);
        }

        return level[0];
    }

    /// <summary>
    /// The audit path (RFC 9162 §2.1.3.1): what stands beside the way from the leaf to the root, the leaf's neighbour
    /// first.
    /// </summary>
    public static IReadOnlyList<byte[]> PathOf(IReadOnlyList<byte[]> leaves, int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, leaves.Count);
        var path = new List<byte[]>();
        for (var level = leaves; level.Count > 1; level = Above(level), index /= 2)
        {
            var beside = index ^ 1;
            if (beside < level.Count)
            {
                path.Add(level[beside]);
            }
        }

        return path;
    }

    /// <summary>
    /// Neighbours are joined; a last one without a neighbour goes up as it is, which is the RFC's split seen from
    /// below.
    /// </summary>
    private static List<byte[]> Above(IReadOnlyList<byte[]> level)
    {
        var above = new List<byte[]>((level.Count + 1) / 2);
        for (var i = 0; i < level.Count; i += 2)
        {
            above.Add(i + 1 < level.Count ? NodeOf(level[i], level[i + 1]) : level[i]);
        }

        return above;
    }
}
