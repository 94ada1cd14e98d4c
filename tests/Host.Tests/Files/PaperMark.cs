using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZXing.Common;

namespace Kinerja.Host.Tests.Files;

/// <summary>
/// What whoever holds a paper does: reads its QR code, and verifies what that says with the published keys.
/// </summary>
internal static partial class PaperMark
{
    /// <summary>The text of the drawn code, module by module.</summary>
    internal static string Read(string html)
    {
        var size = int.Parse(Box().Match(html).Groups[1].Value, CultureInfo.InvariantCulture);
        var runs = Run().Matches(html).Select(run => run.Groups.Values.Skip(1)
            .Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).ToArray()).ToList();
        var quiet = runs.Min(run => run[1]);
        var modules = new BitMatrix(size - (2 * quiet));
        foreach (var run in runs)
        {
            modules.setRegion(run[0] - quiet, run[1] - quiet, run[2], 1);
        }

        Assert.Equal(4, quiet);
        return new ZXing.QrCode.Internal.Decoder().decode(modules, null).Text;
    }

    /// <summary>Where the mark leads when it is clicked.</summary>
    internal static string Link(string html) => WebUtility.HtmlDecode(Href().Match(html).Groups[1].Value);

    /// <summary>What is signed; null where no published key signed it as a paper.</summary>
    internal static JsonNode? Open(string address, JsonNode jwks)
    {
        var parts = address.Split('#')[1].Split('.');
        var head = JsonNode.Parse(Base64Url.DecodeFromChars(parts[0]))!;
        var key = jwks["keys"]!.AsArray().Single(one => (string?)one!["kid"] == (string?)head["kid"])!;
        using var verifier = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Base64Url.DecodeFromChars((string)key["x"]!),
                Y = Base64Url.DecodeFromChars((string)key["y"]!),
            },
        });
        return (string?)head["typ"] == "kinerja-print+jwt" && verifier.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]),
            HashAlgorithmName.SHA256)
            ? JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))
            : null;
    }

    [GeneratedRegex("viewBox=\"0 0 ([0-9]+)")]
    private static partial Regex Box();

    [GeneratedRegex("M([0-9]+) ([0-9]+)h([0-9]+)v1h-[0-9]+z")]
    private static partial Regex Run();

    [GeneratedRegex("class=\"mark\"[^>]* href=\"([^\"]+)\"")]
    private static partial Regex Href();
}
