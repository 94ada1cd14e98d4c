using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;
using NodaTime;

namespace Kinerja.Application.Calendars;

/// <summary>A day off by decree; the kind is a public holiday or collective leave.</summary>
public sealed record DayOffRequest(string? Date, string? Name, string? Kind);

/// <summary>The days off of one whole year; the document's first day is 1 January of it.</summary>
public sealed record CalendarRequest(string? Basis, IReadOnlyList<DayOffRequest?>? DaysOff)
{
    public Result<WorkCalendar> Read(LocalDate from, string version)
    {
        var fields = new FieldReader();
        fields.Text("basis", Basis, 300);
        if (from != new LocalDate(from.Year, 1, 1))
        {
            fields.Add("from", "A calendar begins on 1 January and holds for that year.");
        }

        if (DaysOff is null)
        {
            fields.Add("daysOff", "The year's days off are expected.");
        }

        var days = fields.Each("daysOff", DaysOff, 366, (body, at) => ReadDay(body, from.Year, at));
        if (days.CountBy(d => d.Date).Any(day => day.Value > 1))
        {
            fields.Add("daysOff", "A date stands twice.");
        }

        return fields.Finish(() => new WorkCalendar(version, from.Year, days.ToDictionary(d => d.Date, d => d.Kind)));
    }

    private static Result<DayOff> ReadDay(DayOffRequest body, int year, string prefix)
    {
        var fields = new FieldReader(prefix);
        var date = fields.Day("date", body.Date);
        if (date is { } day && day.Year != year)
        {
            fields.Add("date", $"A date of {year} is expected.");
        }

        fields.Text("name", body.Name, 120);
        var kind = fields.Enum<HolidayKind>("kind", body.Kind);
        return fields.Finish(() => new DayOff(date!.Value, kind!.Value));
    }

    private sealed record DayOff(LocalDate Date, HolidayKind Kind);
}
