using System.Text.Json;
using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// Signs what became of a check-in (JWS, RFC 7515, compact), for the person to keep: proof of punctuality that needs
/// nothing of us but a published key. Its content is the stored check-in's, so that a resend's receipt says the same.
/// </summary>
public sealed class ReceiptSigner(ReceiptKey key, IReadOnlyList<JwkResponse> retired)
{
    private readonly CompactJws _jws = new(key, "kinerja-receipt+jwt");

    public JwksResponse Keys { get; } = new([key.Public, .. retired.Where(old => old.Kid != key.Public.Kid)]);

    public string Sign(CheckIn checkIn) =>
        _jws.Sign(JsonSerializer.SerializeToUtf8Bytes(new ReceiptClaims(checkIn), JsonFormat.Default.ReceiptClaims));
}
