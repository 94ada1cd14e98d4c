namespace Kinerja.Domain;

/// <summary>
/// Where evidence (bukti dukung) lies: an https address or a document's reference, never the document itself. Exactly
/// one of the two is there.
/// </summary>
public sealed record EvidenceLink(string? Url, string? Document, string? Words)
{
    internal int Characters => (Url?.Length ?? 0) + (Document?.Length ?? 0) + (Words?.Length ?? 0);

    /// <summary>
    /// Null when it leads somewhere; an address holds no user name or password, which would be kept and shown.
    /// </summary>
    public static FieldFault? FaultOf(EvidenceLink link)
    {
        if (link.Url is null == link.Document is null)
        {
            return new("/url", "Either an https address or a document's reference is expected.");
        }

        return link.Url is null || (IsHttps(link.Url) && !NipText.StandsIn(link.Url))
            ? null
            : new("/url", "An address without a NIP such as https://arsip.example.go.id/2026/12 is expected.");
    }

    private static bool IsHttps(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address)
        && address.Scheme == Uri.UriSchemeHttps && address.UserInfo.Length == 0 && address.Host.Length > 0
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
