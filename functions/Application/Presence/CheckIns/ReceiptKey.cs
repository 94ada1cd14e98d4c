using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// The key pair that receipts are signed with: ECDSA on P-256 (ES256). Its id is the JWK thumbprint (RFC 7638), so that
/// a key names itself and two instances with one key agree.
/// </summary>
public sealed class ReceiptKey : IDisposable
{
    /// <summary>One signer a thread: the type does not promise to be safe between them.</summary>
    private readonly ThreadLocal<ECDsa> _signers;

    private ReceiptKey(ECParameters parameters)
    {
        _signers = new ThreadLocal<ECDsa>(() => ECDsa.Create(parameters), trackAllValues: true);
        Public = PublicOf(parameters);
    }

    /// <summary>The half that everybody may know, as it is published.</summary>
    public JwkResponse Public { get; }

    /// <summary>Throws when the text holds no private key on P-256: a host without one must not start.</summary>
    public static ReceiptKey FromPem(string pem) => new(Read(pem, privateToo: true));

    /// <summary>Keys of former days: their public halves stay published, so that old receipts stay provable.</summary>
    public static IReadOnlyList<JwkResponse> Retired(string? pems) =>
        [.. (pems ?? "").Split("-----BEGIN ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => PublicOf(Read("-----BEGIN " + part, privateToo: false)))];

    internal byte[] Sign(ReadOnlySpan<byte> bytes) => _signers.Value!.SignData(bytes, HashAlgorithmName.SHA256);

    public void Dispose()
    {
        foreach (var signer in _signers.Values)
        {
            signer.Dispose();
        }

        _signers.Dispose();
    }

    private static ECParameters Read(string pem, bool privateToo)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            var parameters = key.ExportParameters(privateToo);
            if (parameters.Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value)
            {
                return parameters;
            }
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            throw new InvalidOperationException(
                "The key of receipts cannot be read: PEM of an EC key is expected.", fault);
        }

        throw new InvalidOperationException("The key of receipts is not on the curve P-256.");
    }

    private static JwkResponse PublicOf(ECParameters parameters)
    {
        var (x, y) = (Base64Url.EncodeToString(parameters.Q.X!), Base64Url.EncodeToString(parameters.Q.Y!));
        var thumbprint = SHA256.HashData(
            Encoding.UTF8.GetBytes($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}"""));
        return new JwkResponse("EC", "P-256", x, y, "sig", "ES256", Base64Url.EncodeToString(thumbprint));
    }
}
