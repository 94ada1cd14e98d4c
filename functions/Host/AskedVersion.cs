using System.Globalization;
using Kinerja.Domain;
using Kinerja.Host.Http;

namespace Kinerja.Host;

/// <summary>A version as a query names it; none means the newest.</summary>
internal static class AskedVersion
{
    internal static Result<ExpectedVersion> Parse(string? text, string pointer = "/version")
    {
        if (text is null)
        {
            return new ExpectedVersion(null);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ExpectedVersion(version)
            : Refusal.Malformed(pointer, "A version number is expected.");
    }
}
