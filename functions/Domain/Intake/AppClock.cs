using System.Globalization;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Kinerja.Domain.Intake;

/// <summary>
/// How an app writes times or dates. A time by a pattern is the wall clock's of a named zone: one that a zone skips is
/// refused, and of one that it repeats the earlier counts. What an app writes by RFC 3339 or counts in seconds since
/// 1970 needs no zone.
/// </summary>
public sealed class AppClock
{
    private const string Rfc3339 = "rfc3339";
    private const string UnixSeconds = "unixSeconds";
    private const string UnixMilliseconds = "unixMilliseconds";
    private const int MostLetters = 40;

    private static readonly ZoneLocalMappingResolver EarlierOrNone =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ThrowWhenSkipped);

    private readonly LocalDateTimePattern? _times;
    private readonly LocalDatePattern? _dates;
    private readonly DateTimeZone? _zone;

    private AppClock(string format, LocalDateTimePattern? times, LocalDatePattern? dates, DateTimeZone? zone) =>
        (Format, _times, _dates, _zone) = (format, times, dates, zone);

    public string Format { get; }

    /// <summary>
    /// <c>rfc3339</c> (also when left out), <c>unixSeconds</c>, <c>unixMilliseconds</c>, or a pattern of date and time
    /// such as <c>dd/MM/yyyy HH:mm:ss</c> with a zone. Pointers begin at the member.
    /// </summary>
    public static Result<AppClock> OfTimes(string? format, DateTimeZone? zone, string pointer)
    {
        if (format is null or Rfc3339 or UnixSeconds or UnixMilliseconds)
        {
            return zone is null
                ? new AppClock(format ?? Rfc3339, null, null, null)
                : Refusal.Malformed($"{pointer}/zone", "A zone belongs to a pattern; this format needs none.");
        }

        if (!IsPattern(format, "MdHm")
            || Create(() => LocalDateTimePattern.CreateWithInvariantCulture(format)) is not { } times)
        {
            return Refusal.Malformed(
                $"{pointer}/format",
                "rfc3339, unixSeconds, unixMilliseconds or a pattern such as dd/MM/yyyy HH:mm:ss is expected.");
        }

        return zone is not null
            ? new AppClock(format, times, null, zone)
            : Refusal.Malformed($"{pointer}/zone", "The zone of this clock is expected, such as Asia/Jayapura.");
    }

    /// <summary>A pattern of a date such as <c>dd-MM-yyyy</c>; ISO when left out.</summary>
    public static Result<AppClock> OfDates(string? format, string pointer) =>
        format is null
            ? new AppClock("uuuu-MM-dd", null, LocalDatePattern.Iso, null)
            : IsPattern(format, "Md") && Create(() => LocalDatePattern.CreateWithInvariantCulture(format)) is { } dates
                ? new AppClock(format, null, dates, null)
                : Refusal.Malformed($"{pointer}/format", "A pattern such as dd-MM-yyyy is expected.");

    /// <summary>The time or date as our own bodies write it; null when it is none of this format.</summary>
    public string? Read(string text)
    {
        if (_dates is not null)
        {
            return _dates.Parse(text) is { Success: true } day ? LocalDatePattern.Iso.Format(day.Value) : null;
        }

        return Format switch
        {
            Rfc3339 => text,
            UnixSeconds => Since1970(text, 1000m),
            UnixMilliseconds => Since1970(text, 1m),
            _ => InZone(text),
        };
    }

    private string? InZone(string text)
    {
        if (_times!.Parse(text) is not { Success: true } parsed || _zone!.MapLocal(parsed.Value).Count == 0)
        {
            return null;
        }

        return OffsetDateTimePattern.Rfc3339.Format(
            parsed.Value.InZone(_zone, EarlierOrNone).ToOffsetDateTime());
    }

    private static string? Since1970(string text, decimal milliseconds) =>
        decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture, out var count)
        && count is > -60_000_000_000_000m and < 250_000_000_000_000m
        && count * milliseconds is > -60_000_000_000_000m and < 250_000_000_000_000m and var since
            ? InstantPattern.ExtendedIso.Format(Instant.FromUnixTimeTicks((long)(since * 10_000m)))
            : null;

    /// <summary>
    /// It has all that says when, the year too, and digits alone: names of months and days would be of some language.
    /// </summary>
    private static bool IsPattern(string format, string asked) =>
        format.Length <= MostLetters
        && format.All(letter => !char.IsLetter(letter) || "uyMdHmsfFT".Contains(letter, StringComparison.Ordinal))
        && asked.All(letter => format.Contains(letter, StringComparison.Ordinal))
        && format.Any(letter => letter is 'y' or 'u')
        && !format.Contains("MMM", StringComparison.Ordinal)
        && !format.Contains("ddd", StringComparison.Ordinal);

    private static T? Create<T>(Func<T> create)
        where T : class
    {
        try
        {
            return create();
        }
        catch (InvalidPatternException)
        {
            return null;
        }
    }
}
