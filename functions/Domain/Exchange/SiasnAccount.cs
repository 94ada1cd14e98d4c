using NodaTime;

namespace Kinerja.Domain.Exchange;

/// <summary>
/// By what an agency is known to SIASN: the app's own credentials, and the sign-on (SSO) of the official in whose name
/// is written. All of it is sealed where it is stored.
/// </summary>
public sealed record SiasnCredentials(string ClientId, string ClientSecret, string SignOn)
{
    public override string ToString() => "credentials of SIASN (hidden)";
}

/// <summary>Why nothing can be sent for anybody. The names are stored and answered.</summary>
public enum SiasnFault
{
    /// <summary>The app's own id or secret gives no token.</summary>
    ClientRefused,

    /// <summary>The sign-on has run out or was withdrawn; only the agency can give another.</summary>
    SignOnRefused,
}

/// <summary>What is wrong for everybody, since when.</summary>
public sealed record SiasnProblem(SiasnFault Fault, Instant At);

/// <summary>
/// Where an agency's final results go (SIASN of BKN), with which credentials, and by which numbers. Nothing is sent
/// before the agency turns it on.
/// </summary>
/// <param name="AgencyId">Whose.</param>
/// <param name="Version">Counts from 1 with every change.</param>
/// <param name="Url">Where the paths of the interface begin.</param>
/// <param name="TokenUrl">Where the app's own token is given; on another server in public clients.</param>
/// <param name="Credentials">Never answered.</param>
/// <param name="Enabled">Whether results are sent when they become final.</param>
/// <param name="Mapping">Numbers and ids of SIASN.</param>
/// <param name="SetAt">When that was said.</param>
public sealed record SiasnAccount(
    AgencyId AgencyId, int Version, Uri Url, Uri TokenUrl, SiasnCredentials Credentials, bool Enabled,
    SiasnMapping Mapping, Instant SetAt)
{
    /// <summary>Who said it; results are sent, and NIPs revealed, in this name.</summary>
    public required Actor Actor { get; init; }

    /// <summary>Null when the last step reached SIASN as this agency.</summary>
    public SiasnProblem? Problem { get; init; }

    /// <summary>Whether it sends final results of periods of that kind.</summary>
    public bool Sends(PeriodKind kind) => Enabled && Mapping.Sends(kind);

    /// <summary>Whether credentials given for this one may be used there: only on the same servers.</summary>
    public bool IsAt(Uri url, Uri tokenUrl) => SameServer(Url, url) && SameServer(TokenUrl, tokenUrl);

    /// <summary>Whether it is the same word, whenever and by whom.</summary>
    public bool Says(SiasnAccount other) =>
        (Url, TokenUrl, Credentials, Enabled) == (other.Url, other.TokenUrl, other.Credentials, other.Enabled)
        && Mapping.Says(other.Mapping);

    public override string ToString() => $"SIASN account of {AgencyId} (credentials hidden)";

    private static bool SameServer(Uri one, Uri other) =>
        one.GetLeftPart(UriPartial.Authority) == other.GetLeftPart(UriPartial.Authority);
}
