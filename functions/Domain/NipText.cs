using System.Text.RegularExpressions;

namespace Kinerja.Domain;

/// <summary>
/// Whether a text that is kept openly, such as an id, a reason or an address, holds a NIP: eighteen digits that read as
/// one, together or with spaces or hyphens where people write them.
/// </summary>
public static partial class NipText
{
    /// <summary>
    /// Eight digits of a birth date from 1930 to 2019, four of a year of appointment from 1950 on, two of a month or
    /// of PPPK's own, one of sex, three that count (Perka BKN 22/2007). Longer runs of digits are something else: a
    /// time in nanoseconds, the number of a document.
    /// </summary>
    public static bool StandsIn(string text) => text.Length >= 18 && Written().IsMatch(text);

    [GeneratedRegex(
        @"(?<![0-9])(19[3-9][0-9]|20[01][0-9])(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])[ -]?"
        + @"(19[5-9][0-9]|20[0-9]{2})[0-9]{2}[ -]?[12][ -]?[0-9]{3}(?![0-9])")]
    private static partial Regex Written();
}
