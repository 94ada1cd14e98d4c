namespace Kinerja.Domain.Presence.CheckIns;

/// <summary>
/// What the phone's integrity service (Play Integrity, App Attest) said of app and device, as the agency's server read
/// it.
/// </summary>
public enum AttestationVerdict
{
    Passed,
    Failed,
    NotAvailable,
}

/// <summary>
/// The verdict and the hash of the token it was read from, so that the token can be asked for and compared.
/// </summary>
public readonly record struct Attestation(AttestationVerdict Verdict, Sha256Hex? TokenSha256);

/// <summary>How the phone was connected when it sent; a hint, believed by nothing.</summary>
public enum NetworkKind
{
    Wifi,
    Mobile,
    Other,
    None,
}
