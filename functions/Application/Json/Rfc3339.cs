using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Json;

/// <summary>
/// An instant as RFC 3339 writes it, to the letter of its section 5.6: <c>T</c> and <c>Z</c> in either case, any number
/// of fraction digits behind a point, an offset in hours and minutes. Nothing else is taken: no 24:00, no comma, no
/// space in the middle.
/// <list type="bullet">
/// <item>It is kept in steps of 100 ns; finer digits are cut off, so that a resend equals what stands.</item>
/// <item>A second 60 may end 30 June and 31 December by UTC, where leap seconds have stood (section 5.7). It is read
/// as the second 59 before it, as java.time does: no clock that we compare with counts it.</item>
/// <item><c>-00:00</c> says that the zone is not known (section 4.3), and is refused.</item>
/// <item>Years are 0001 to 9998.</item>
/// </list>
/// </summary>
internal static class Rfc3339
{
    internal static readonly Sentence Expected =
        "A time with its offset is expected, such as 2026-01-05T07:30:00+07:00.";

    internal static readonly Sentence NoZone =
        "-00:00 says that the zone is not known: a time with its own offset is expected.";

    private const int TicksDigits = 7;
    private const int FractionAt = 19;

    /// <summary>The instant, or what is expected in its place.</summary>
    internal static Instant? Parse(string? text, out Sentence detail)
    {
        detail = Expected;
        if (text is null || ReadDate(text) is not { } date || ReadClock(text) is not { } clock)
        {
            return null;
        }

        var rest = text.AsSpan(FractionAt);
        if (ReadFraction(ref rest) is not { } ticks || ReadOffset(rest) is not { } minutes)
        {
            return null;
        }

        if (rest is "-00:00")
        {
            detail = NoZone;
            return null;
        }

        var (hour, minute, second) = clock;
        var isLeap = second == 60;
        var local = date.At(new LocalTime(hour, minute, isLeap ? 59 : second)).PlusTicks(ticks).PlusMinutes(-minutes);
        return isLeap && !EndsALeapDay(local) ? null : local.WithOffset(Offset.Zero).ToInstant();
    }

    private static LocalDate? ReadDate(string text) =>
        text.Length > FractionAt && text[4] == '-' && text[7] == '-' && text[10] is 'T' or 't'
        && Number(text, 0, 4) is > 0 and < 9999 and var year
        && Number(text, 5, 2) is >= 1 and <= 12 and var month
        && Number(text, 8, 2) is >= 1 and var day && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static (int Hour, int Minute, int Second)? ReadClock(string text) =>
        text[13] == ':' && text[16] == ':'
        && Number(text, 11, 2) is >= 0 and <= 23 and var hour
        && Number(text, 14, 2) is >= 0 and <= 59 and var minute
        && Number(text, 17, 2) is >= 0 and <= 60 and var second
            ? (hour, minute, second)
            : null;

    /// <summary>Takes the fraction off the text, and gives it in steps of 100 ns.</summary>
    private static long? ReadFraction(ref ReadOnlySpan<char> rest)
    {
        if (rest[0] != '.')
        {
            return 0;
        }

        var end = rest[1..].IndexOfAnyExceptInRange('0', '9');
        if (end < 1)
        {
            return null;
        }

        var ticks = 0L;
        for (var i = 0; i < TicksDigits; i++)
        {
            ticks = (ticks * 10) + (i < end ? rest[1 + i] - '0' : 0);
        }

        rest = rest[(1 + end)..];
        return ticks;
    }

    /// <summary>Minutes east of UTC.</summary>
    private static int? ReadOffset(ReadOnlySpan<char> rest)
    {
        if (rest is "Z" or "z")
        {
            return 0;
        }

        return rest.Length == 6 && rest[0] is '+' or '-' && rest[3] == ':'
            && Number(rest, 1, 2) is >= 0 and <= 23 and var hours
            && Number(rest, 4, 2) is >= 0 and <= 59 and var minutes
                ? (rest[0] == '-' ? -1 : 1) * ((hours * 60) + minutes)
                : null;
    }

    private static bool EndsALeapDay(LocalDateTime utc) =>
        utc is { Hour: 23, Minute: 59 } and ({ Month: 6, Day: 30 } or { Month: 12, Day: 31 });

    /// <summary>Digits of ASCII and nothing else; -1 for anything else.</summary>
    private static int Number(ReadOnlySpan<char> text, int from, int length)
    {
        var number = 0;
        foreach (var letter in text.Slice(from, length))
        {
            if (!char.IsAsciiDigit(letter))
            {
                return -1;
            }

            number = (number * 10) + (letter - '0');
        }

        return number;
    }
}
