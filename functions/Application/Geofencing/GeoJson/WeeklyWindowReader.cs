using System.Collections.Immutable;
using System.Text.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Geofencing.GeoJson;

/// <summary>
/// Reads weekly windows: <c>[{"days":["monday"],"from":"06:00","to":"19:00"}]</c>. Times are whole minutes of the
/// site's clock; 24:00 is the end of the day.
/// </summary>
internal static class WeeklyWindowReader
{
    private const int MostWindows = 50;

    private static readonly LocalTimePattern Minutes = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static readonly string[] DayNames =
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    internal static ImmutableArray<WeeklyWindow> Read(JsonElement list, string pointer, FaultList faults)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostWindows)
        {
            faults.Add(pointer, $"A list of at most {MostWindows} windows is expected.");
            return [];
        }

        var windows = ImmutableArray.CreateBuilder<WeeklyWindow>();
        foreach (var (index, item) in list.EnumerateArray().Index())
        {
            windows.Add(ReadOne(item, $"{pointer}/{index}", faults));
        }

        return windows.ToImmutable();
    }

    private static WeeklyWindow ReadOne(JsonElement item, string pointer, FaultList faults)
    {
        if (item.ValueKind != JsonValueKind.Object
            || item.EnumerateObject().Any(m => m.Name is not ("days" or "from" or "to")))
        {
            faults.Add(pointer, "A window has days, from and to, and nothing else.");
            return default;
        }

        return new WeeklyWindow(
            Days(item, $"{pointer}/days", faults),
            Time(item, "from", false, pointer, faults),
            Time(item, "to", true, pointer, faults));
    }

    private static WeekDays Days(JsonElement item, string pointer, FaultList faults)
    {
        var days = default(WeekDays);
        var names = item.TryGetProperty("days", out var list) && list.ValueKind == JsonValueKind.Array ? list : default;
        if (names.ValueKind == JsonValueKind.Undefined || names.GetArrayLength() is < 1 or > 7)
        {
            faults.Add(pointer, "A list of 1 to 7 days of the week is expected.");
            return days;
        }

        foreach (var (index, name) in names.EnumerateArray().Index())
        {
            var number = name.ValueKind == JsonValueKind.String ? Array.IndexOf(DayNames, name.GetString()) : -1;
            var day = number < 0 ? default : (WeekDays)(1 << number);
            if (day == default || (days & day) != 0)
            {
                faults.Add($"{pointer}/{index}", "One of monday to sunday is expected, each once.");
            }

            days |= day;
        }

        return days;
    }

    private static LocalTime Time(JsonElement item, string field, bool isEnd, string pointer, FaultList faults)
    {
        var text = item.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : "";
        if (isEnd && text == "24:00")
        {
            return LocalTime.Midnight;
        }

        if (Minutes.Parse(text) is { Success: true } time)
        {
            return time.Value;
        }

        faults.Add($"{pointer}/{field}", "A time of day such as 07:30 is expected.");
        return default;
    }
}
