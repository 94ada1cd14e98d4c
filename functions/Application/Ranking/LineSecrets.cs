using System.Security.Cryptography;
using System.Text;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;

namespace Kinerja.Application.Ranking;

/// <summary>
/// Where a run's secret for the salts of its lines comes from: derived from the secret of spot checks under a label of
/// its own (HKDF, RFC 5869), so that there is one secret to keep. A run holds on to what it got at planning, whatever
/// is set later.
/// </summary>
public sealed class LineSecrets(SpotCheckSalt root)
{
    private const int SecretBytes = 32;

    internal string Of(AgencyId agency, AppraisalPeriod period) => Convert.ToHexStringLower(HKDF.DeriveKey(
        HashAlgorithmName.SHA256, root.Bytes.ToArray(), SecretBytes,
        info: Encoding.UTF8.GetBytes($"ranking lines {agency} {period}")));
}
