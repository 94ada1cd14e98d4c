using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Kinerja.Local.Issuer;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Kinerja.Host.Tests.Refusals;

/// <summary>Makes tokens that the issuer never would, with its own key or with others.</summary>
internal sealed class TokenForge(CloudFixture cloud, string agency)
{
    private readonly string _keyId = new JsonWebToken(cloud.Cloud.Issuer.TokenFor(agency)).Kid;

    internal Dictionary<string, object> Claims { get; } = new()
    {
        ["agency"] = agency,
        ["azp"] = "aplikasi-uji",
        ["scope"] = string.Join(' ', DevelopmentIssuer.AllScopes),
    };

    internal string Issuer { get; init; } = cloud.Cloud.Issuer.Name;

    internal string Audience { get; init; } = DevelopmentIssuer.Audience;

    internal DateTime? NotBefore { get; init; } = DateTime.UtcNow.AddMinutes(-10);

    internal DateTime? Expires { get; init; } = DateTime.UtcNow.AddHours(1);

    internal string Sign() => Sign(OwnKey(), SecurityAlgorithms.RsaSha256);

    internal string SignWithAnotherKey() => Sign(RSA.Create(2048), SecurityAlgorithms.RsaSha256);

    internal string SignWeaker() => Sign(OwnKey(), SecurityAlgorithms.RsaSha512);

    /// <summary>The old trick: the public key as the secret of a symmetric signature.</summary>
    internal string SignWithThePublicKeyAsSecret() => Create(new SigningCredentials(
        new SymmetricSecurityKey(Encoding.ASCII.GetBytes(OwnKey().ExportSubjectPublicKeyInfoPem())) { KeyId = _keyId },
        SecurityAlgorithms.HmacSha256));

    internal string Unsigned()
    {
        var payload = Sign().Split('.')[1];
        return $"{Base64Url.EncodeToString("{\"alg\":\"none\",\"typ\":\"JWT\"}"u8)}.{payload}.";
    }

    /// <summary>Another agency's name put into a token that was signed for this one.</summary>
    internal string Altered(string other)
    {
        var parts = Sign().Split('.');
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1])).Replace(
            $"\"{agency}\"", $"\"{other}\"", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(payload))}.{parts[2]}";
    }

    private RSA OwnKey()
    {
        var rsa = RSA.Create();
        rsa.ImportFromPem(File.ReadAllText(Path.Combine(cloud.Cloud.Folder, "issuer", "development-issuer.pem")));
        return rsa;
    }

    private string Sign(RSA key, string algorithm) =>
        Create(new SigningCredentials(new RsaSecurityKey(key) { KeyId = _keyId }, algorithm));

    private string Create(SigningCredentials credentials) =>
        new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = NotBefore,
            Expires = Expires,
            Claims = Claims,
            SigningCredentials = credentials,
        });
}
