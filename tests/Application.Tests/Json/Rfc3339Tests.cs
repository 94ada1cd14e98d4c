using System.Globalization;
using Kinerja.Application.Json;
using Kinerja.Shared;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Tests.Json;

/// <summary>RFC 3339, section 5.6, to the letter; what it leaves open is as the class says.</summary>
public sealed class Rfc3339Tests
{
    [Theory]
    [InlineData("2026-01-05T07:30:00+07:00", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05t07:30:00+07:00", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05T00:30:00Z", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05t00:30:00z", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05T00:30:00+00:00", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05T07:30:00.1+07:00", "2026-01-05T00:30:00.1Z")]
    [InlineData("2026-01-05T07:30:00.1234567+07:00", "2026-01-05T00:30:00.1234567Z")]
    [InlineData("2026-01-05T07:30:00.12345678901234567890123456789+07:00", "2026-01-05T00:30:00.1234567Z")]
    [InlineData("2026-01-05T07:30:00.99999999+07:00", "2026-01-05T00:30:00.9999999Z")]
    [InlineData("2026-01-05T07:30:00.0+07:00", "2026-01-05T00:30:00Z")]
    [InlineData("2026-01-05T00:00:00+23:59", "2026-01-04T00:01:00Z")]
    [InlineData("2026-01-05T23:59:59-23:59", "2026-01-06T23:58:59Z")]
    [InlineData("2026-01-05T07:30:00-03:30", "2026-01-05T11:00:00Z")]
    [InlineData("2024-02-29T12:00:00Z", "2024-02-29T12:00:00Z")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+23:59", "0000-12-31T00:01:00Z")]
    [InlineData("9998-12-31T23:59:59.9999999-23:59", "9999-01-01T23:58:59.9999999Z")]
    public void What_the_grammar_allows_is_read(string text, string instant) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value, Rfc3339.Parse(text, out _));

    [Theory]
    [InlineData("2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z")]
    [InlineData("2017-01-01T06:59:60+07:00", "2016-12-31T23:59:59Z")]
    [InlineData("2016-12-31T15:59:60.5-08:00", "2016-12-31T23:59:59.5Z")]
    [InlineData("2015-06-30T23:59:60z", "2015-06-30T23:59:59Z")]
    [InlineData("2026-07-01T08:59:60+09:00", "2026-06-30T23:59:59Z")]
    public void A_leap_second_is_the_second_before_it(string text, string instant) =>
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value, Rfc3339.Parse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-01-05")]
    [InlineData("2026-01-05T07:30:00")]
    [InlineData("2026-01-05T07:30+07:00")]
    [InlineData("2026-01-05 07:30:00+07:00")]
    [InlineData("2026-01-05T07:30:00 +07:00")]
    [InlineData(" 2026-01-05T07:30:00+07:00")]
    [InlineData("2026-01-05T07:30:00+07:00 ")]
    [InlineData("2026-01-05T07:30:00,5+07:00")]
    [InlineData("2026-01-05T07:30:00.+07:00")]
    [InlineData("2026-01-05T07:30:00.5.5+07:00")]
    [InlineData("2026-01-05T24:00:00+07:00")]
    [InlineData("2026-01-05T24:00:00Z")]
    [InlineData("2026-01-05T07:60:00+07:00")]
    [InlineData("2026-01-05T07:30:61+07:00")]
    [InlineData("2026-01-05T07:30:60+07:00")] // no leap second in the middle of a day,
    [InlineData("2026-01-05T23:59:60Z")] // nor at the end of any
    [InlineData("2026-12-31T23:59:60+07:00")] // nor where the year ends by a wall clock
    [InlineData("2026-06-30T23:58:60Z")]
    [InlineData("2026-02-29T07:30:00+07:00")]
    [InlineData("2026-13-01T07:30:00+07:00")]
    [InlineData("2026-00-01T07:30:00+07:00")]
    [InlineData("2026-01-00T07:30:00+07:00")]
    [InlineData("2026-1-5T07:30:00+07:00")]
    [InlineData("20260105T073000+0700")]
    [InlineData("2026-01-05T07:30:00+0700")]
    [InlineData("2026-01-05T07:30:00+07")]
    [InlineData("2026-01-05T07:30:00+7:00")]
    [InlineData("2026-01-05T07:30:00+24:00")]
    [InlineData("2026-01-05T07:30:00+07:60")]
    [InlineData("2026-01-05T07:30:00+07:00:00")]
    [InlineData("2026-01-05T07:30:00\u221207:00")] // the minus sign of print
    [InlineData("2026-01-05T07:30:00Z+07:00")]
    [InlineData("2026-01-05T07:30:00WIB")]
    [InlineData("+2026-01-05T07:30:00Z")]
    [InlineData("-2026-01-05T07:30:00Z")]
    [InlineData("02026-01-05T07:30:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-01-05T07:3\00:00+07:00")]
    [InlineData("\u0662\u0660\u0662\u0666-01-05T07:30:00Z")] // digits, but not of ASCII
    [InlineData("2026-W01-1T07:30:00Z")]
    [InlineData("1767573000")]
    public void Anything_else_is_refused(string? text)
    {
        Assert.Null(Rfc3339.Parse(text, out var detail));
        Assert.Equal(Rfc3339.Expected, detail);
    }

    [Theory]
    [InlineData("2026-01-05T00:30:00-00:00")]
    [InlineData("2026-01-05t00:30:00.5-00:00")]
    public void Minus_zero_is_no_zone_and_is_told_so(string text)
    {
        Assert.Null(Rfc3339.Parse(text, out var detail));
        Assert.Equal(Rfc3339.NoZone, detail);
    }

    /// <summary>What the library writes of any instant at any offset is that instant.</summary>
    [Fact]
    public void What_the_library_writes_is_read_back() => Always.HoldsFor(random =>
    {
        var time = Instant.FromUnixTimeTicks(random.NextInt64(-621_355_000_000_000_000, 2_533_700_000_000_000_000))
            .WithOffset(Offset.FromSeconds(random.Next(-1079, 1080) * 60));

        Assert.Equal(time.ToInstant(), Rfc3339.Parse(OffsetDateTimePattern.Rfc3339.Format(time), out _));
    });

    /// <summary>
    /// With one letter changed it is refused, or it is what .NET's own reader, which takes more, reads too.
    /// </summary>
    [Fact]
    public void A_changed_letter_is_never_read_as_another_time() => Always.HoldsFor(
        random =>
        {
            var text = "2026-06-15T07:30:00.5+07:00".ToCharArray();
            text[random.Next(text.Length)] = "0123456789:-+.TtZz, "[random.Next(20)];

            // .NET knows no offset beyond 14 hours.
            if (Rfc3339.Parse(new string(text), out _) is { } read
                && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var known))
            {
                Assert.Equal(Instant.FromDateTimeOffset(known), read);
            }
        },
        runs: 2000);
}
