using System.Buffers.Text;
using System.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// What is signed with the key of receipts: JWS in its compact form (RFC 7515). Each kind of statement has a type of
/// its own in the header, so that none can be passed off as another.
/// </summary>
internal sealed class CompactJws(ReceiptKey key, string type)
{
    /// <summary>Who states it: the claim <c>iss</c>.</summary>
    internal const string Issuer = "urn:kinerja";

    private readonly string _header = Base64Url.EncodeToString(
        Encoding.UTF8.GetBytes($$"""{"alg":"ES256","typ":"{{type}}","kid":"{{key.Public.Kid}}"}"""));

    internal string Sign(ReadOnlySpan<byte> payload)
    {
        var signed = $"{_header}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }
}
