using Kinerja.Application.Calendars;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Hours by day of the week: each day at most once, a break shorter than the day, at most 24 hours.</summary>
internal static class WeekReader
{
    private static readonly Dictionary<string, IsoDayOfWeek> Names =
        Enum.GetValues<IsoDayOfWeek>().Where(day => day != IsoDayOfWeek.None).ToDictionary(JsonFormat.Name);

    internal static Result<WeekHours> Read(IReadOnlyList<WeekdaysRequest?>? week, string prefix)
    {
        var fields = new FieldReader(prefix);
        if (week is null or [])
        {
            fields.Add("week", "At least one day is worked.");
        }

        var parts = fields.Each<WeekdaysRequest, List<KeyValuePair<IsoDayOfWeek, DayHours>>>("week", week, 7, ReadDays);
        var days = parts.SelectMany(p => p).ToList();
        if (days.CountBy(d => d.Key).Any(day => day.Value > 1))
        {
            fields.Add("week", "A day of the week stands twice.");
        }

        return fields.Finish(() => new WeekHours(days.ToDictionary()));
    }

    internal static Result<Season> Season(SeasonRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var name = fields.Text("name", body.Name, 60);
        var from = fields.Day("from", body.From);
        var to = fields.Day("to", body.To);
        if (from > to)
        {
            fields.Add("to", "The season ends before it begins.");
        }

        var week = fields.Part(Read(body.Week, prefix));
        return fields.Finish(() => new Season(name!, from!.Value, to!.Value, week!));
    }

    /// <summary>Start, end and break of a day or a shift.</summary>
    internal static DayHours? Hours(FieldReader fields, string? start, string? end, int? breakMinutes)
    {
        var from = fields.Minute("start", start);
        var to = fields.Minute("end", end);
        var rest = fields.Whole("breakMinutes", breakMinutes ?? 0, 0, 600);
        if (from is not { } first || to is not { } last || rest is not { } minutes)
        {
            return null;
        }

        var hours = new DayHours(first, last, minutes);
        if (minutes >= hours.SpanMinutes)
        {
            fields.Add("breakMinutes", "The break is as long as the day.");
        }

        return hours;
    }

    private static Result<List<KeyValuePair<IsoDayOfWeek, DayHours>>> ReadDays(WeekdaysRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        if (body.Days is null or [])
        {
            fields.Add("days", "At least one day of the week is expected.");
        }

        var days = (body.Days ?? []).Select((name, i) => Day(fields, name, i)).ToList();
        var hours = Hours(fields, body.Start, body.End, body.BreakMinutes);
        return fields.Finish<List<KeyValuePair<IsoDayOfWeek, DayHours>>>(
            () => [.. days.Select(day => KeyValuePair.Create(day, hours!.Value))]);
    }

    private static IsoDayOfWeek Day(FieldReader fields, string? name, int index)
    {
        if (name is not null && Names.TryGetValue(name, out var day))
        {
            return day;
        }

        fields.Add($"days/{index}", $"One of {string.Join(", ", Names.Keys)} is expected.");
        return IsoDayOfWeek.None;
    }
}
