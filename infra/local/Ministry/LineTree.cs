using System.Security.Cryptography;
using System.Text;

namespace Kinerja.Local.Ministry;

/// <summary>
/// A proof as the API answers it: a line's exact text, its index from 0, the number of lines, the hashes beside its
/// way.
/// </summary>
public sealed record LineProof(string Line, int Index, int TreeSize, IReadOnlyList<string> Path);

/// <summary>
/// The tree over a ranking's lines, to copy from: RFC 6962 §2.1 for the root, RFC 9162 §2.1.3.2 for a proof. It knows
/// the contract and nothing of our code.
/// </summary>
public static class LineTree
{
    /// <summary>Over lines as they stand in their pages, each from brace to brace.</summary>
    public static string RootOf(IReadOnlyList<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var leaves = lines.Select(LeafOf).ToArray();
        return Convert.ToHexStringLower(leaves.Length == 0 ? SHA256.HashData([]) : RootOf(leaves));
    }

    /// <summary>
    /// Whether the line stands at its index in the tree whose size and root the reader has from the manifest.
    /// </summary>
    public static bool Proves(LineProof proof, int size, string rootSha256)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (proof.TreeSize != size || proof.Index < 0 || proof.Index >= size)
        {
            return false;
        }

        var hash = LeafOf(proof.Line);
        var (node, last) = (proof.Index, size - 1);
        foreach (var beside in proof.Path.Select(Convert.FromHexString))
        {
            if (last == 0)
            {
                return false;
            }

            if (node % 2 == 1 || node == last)
            {
                hash = NodeOf(beside, hash);
                while (node % 2 == 0 && node > 0)
                {
                    (node, last) = (node / 2, last / 2);
                }
            }
            else
            {
                hash = NodeOf(hash, beside);
            }

            (node, last) = (node / 2, last / 2);
        }

        return last == 0 && Convert.ToHexStringLower(hash) == rootSha256;
    }

    private static byte[] RootOf(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var left = 1;
        while (left * 2 < leaves.Length)
        {
            left *= 2;
        }

        return NodeOf(RootOf(leaves[..left]), RootOf(leaves[left..]));
    }

    private static byte[] LeafOf(string line) => SHA256.HashData([0, .. Encoding.UTF8.GetBytes(line)]);

    private static byte[] NodeOf(byte[] left, byte[] right) => SHA256.HashData([1, .. left, .. right]);
}
