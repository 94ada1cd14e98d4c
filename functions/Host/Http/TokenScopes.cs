using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Host.Http;

/// <summary>
/// What a token may do, as its issuer writes it: in <c>scope</c> (RFC 8693, section 4.2) or else in <c>scp</c>; as one
/// text with spaces between the words, or as a list of such texts. A claim of any other form opens nothing.
/// </summary>
internal static class TokenScopes
{
    internal static IReadOnlySet<string> Of(JsonWebToken token)
    {
        using var payload = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return payload.RootElement.TryGetProperty("scope", out var claim)
            || payload.RootElement.TryGetProperty("scp", out claim)
                ? Texts(claim)
                    .SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                    .ToHashSet(StringComparer.Ordinal)
                : new HashSet<string>();
    }

    private static IEnumerable<string> Texts(JsonElement claim) => claim.ValueKind switch
    {
        JsonValueKind.String => [claim.GetString()!],
        JsonValueKind.Array when claim.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String) =>
            claim.EnumerateArray().Select(item => item.GetString()!),
        _ => [],
    };
}
