using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A line's exact text and the way from it to the root: index from 0, the size of the tree, and the audit path, the
/// leaf's neighbour first (RFC 9162 §2.1.3). Hashes are hexadecimal.
/// </summary>
public sealed record LineProofResponse(
    string List, string Line, int Index, int TreeSize, IReadOnlyList<string> Path, string RootSha256)
{
    internal static LineProofResponse Of(ProvenLine line) => new(
        JsonFormat.Name(line.List),
        line.Text,
        line.Proof.Index,
        line.Proof.TreeSize,
        [.. line.Proof.Path.Select(Convert.ToHexStringLower)],
        Convert.ToHexStringLower(line.Head.Root.Span));
}

public sealed record LineProofsResponse(
    string AgencyId,
    string Period,
    int Revision,
    string EmployeeId,
    string ManifestSha256,
    IReadOnlyList<LineProofResponse> Proofs)
{
    public static LineProofsResponse Of(ProvenPerson proven) => new(
        proven.Run.AgencyId.ToString(),
        proven.Run.Period.ToString(),
        proven.Run.Revision,
        proven.EmployeeId.ToString(),
        proven.ManifestSha256,
        [.. proven.Lines.Select(LineProofResponse.Of)]);
}
