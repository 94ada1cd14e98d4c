using System.Globalization;
using Kinerja.Domain;

namespace Kinerja.Host;

/// <summary>A calendar year as a path or a query names it: four digits.</summary>
internal static class AskedYear
{
    internal static Result<int> Parse(string? text) =>
        text is { Length: 4 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2999
            ? year
            : Refusal.Malformed("/year", "A year from 2000 to 2999 is expected.");
}
