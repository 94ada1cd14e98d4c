using System.Net;
using Kinerja.Domain;

namespace Kinerja.Application.Webhooks;

/// <summary>Which addresses may be called: https, out in the Internet, without anything secret in them.</summary>
internal static class WebhookAddress
{
    private const int MostLetters = 500;

    /// <param name="text">As it came.</param>
    /// <param name="localToo">Also http, and addresses of this machine's own network: never on Azure.</param>
    /// <param name="pointer">Where the address stands.</param>
    internal static Result<Uri> Parse(string? text, bool localToo, string pointer = "/url")
    {
        if (text is not { Length: > 0 and <= MostLetters } || !Uri.TryCreate(text, UriKind.Absolute, out var url)
            || (url.Scheme != Uri.UriSchemeHttps && !(localToo && url.Scheme == Uri.UriSchemeHttp))
            || url.UserInfo.Length > 0 || url.Fragment.Length > 0 || url.Host.Length == 0
            || text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)) || NipText.StandsIn(text))
        {
            return Refusal.Malformed(pointer, "An https address without a password, a fragment and a NIP is expected.");
        }

        return localToo || IsOutside(url)
            ? url
            : Refusal.Malformed(pointer, "An address out in the Internet is expected, not one of a private network.");
    }

    /// <summary>A name is looked up when it is told; here only what can be seen by its form.</summary>
    private static bool IsOutside(Uri url) =>
        IPAddress.TryParse(url.DnsSafeHost, out var address)
            ? PublicAddress.Is(address)
            : url.Host.Contains('.', StringComparison.Ordinal)
                && !url.Host.EndsWith(".local", StringComparison.OrdinalIgnoreCase)
                && !url.Host.EndsWith(".internal", StringComparison.OrdinalIgnoreCase)
                && !url.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
}
