using System.Text.Json.Serialization;

namespace Kinerja.Host.Exchange;

/// <summary>A token as OAuth 2 gives it (RFC 6749, section 5.1); its life in seconds.</summary>
internal sealed record SiasnToken(
    [property: JsonPropertyName("access_token")] string? AccessToken,
    [property: JsonPropertyName("expires_in")] int? ExpiresIn)
{
    public override string ToString() => "token of SIASN (hidden)";
}

[JsonSerializable(typeof(SiasnToken))]
internal sealed partial class SiasnTokenFormat : JsonSerializerContext;
