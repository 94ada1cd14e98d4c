using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A line's exact text and the way from it to the root: index from 0, the size of the tree, and the audit path, the
/// leaf's neighbour first (RFC 9162 §2.1.3). Hashes are hexadecimal.
/// </summary>
public readonly struct LineProofResponse(ProvenLine line)
{
    public ProvableList List => line.List;
    public string Line => line.Text;
    public int Index => line.Proof.Index;
    public int TreeSize => line.Proof.TreeSize;
    public IReadOnlyList<string> Path => [.. line.Proof.Path.Select(Convert.ToHexStringLower)];
    public string RootSha256 => Convert.ToHexStringLower(line.Head.Root.Span);
}

public readonly struct LineProofsResponse(ProvenPerson proven)
{
    public AgencyId AgencyId => proven.Run.AgencyId;
    public AppraisalPeriod Period => proven.Run.Period;
    public int Revision => proven.Run.Revision;
    public EmployeeId EmployeeId => proven.EmployeeId;
    public string ManifestSha256 => proven.ManifestSha256;
    public IReadOnlyList<LineProofResponse> Proofs => [.. proven.Lines.Select(one => new LineProofResponse(one))];

    public static LineProofsResponse Of(ProvenPerson proven) => new(proven);
}
