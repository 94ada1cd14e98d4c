using System.Text.Json;
using Kinerja.Application.Calendars;
using Kinerja.Application.Policies;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Imports;

/// <summary>A row of a calendar: a day off, or that it is none any more (null), and by which decree.</summary>
internal sealed record CalendarDay(LocalDate Date, DayOffRequest? Off, string? Basis)
{
    /// <summary>Whatever the year and the decree, which the whole calendar says.</summary>
    private const string Any = "-";

    internal static Result<CalendarDay> Read(ImportRow row)
    {
        var (date, basis) = (row["date"], row["basis"]);
        var cancelled = row.Flag("cancelled") ?? false;
        var off = cancelled
            ? new DayOffRequest(date, Any, JsonFormat.Name(Domain.Calendars.HolidayKind.PublicHoliday))
            : new DayOffRequest(date, row["name"], row["kind"]);
        var day = LocalDatePattern.Iso.Parse(date ?? "").TryGetValue(LocalDate.MinIsoValue, out var known)
            ? known
            : LocalDate.MinIsoValue;
        return new CalendarRequest(basis ?? Any, [off]).Read(new LocalDate(day.Year, 1, 1), "")
            .Then<CalendarDay>(_ => new CalendarDay(day, cancelled ? null : off, basis));
    }
}

/// <summary>An agency's calendar of a year as its newest version says it, while rows are taken into it.</summary>
internal sealed class CalendarDraft
{
    private readonly int _version;
    private readonly SortedDictionary<LocalDate, DayOffRequest> _days = [];
    private string? _basis;

    /// <param name="newest">Null when the agency has none of that year.</param>
    internal CalendarDraft(PolicyDocument? newest)
    {
        if (newest is null)
        {
            return;
        }

        var body = JsonSerializer.Deserialize(newest.Json.Span, JsonFormat.Default.CalendarRequest)!;
        (_version, _basis) = (newest.Version, body.Basis);
        foreach (var day in body.DaysOff!)
        {
            _days[LocalDatePattern.Iso.Parse(day!.Date!).Value] = day;
        }
    }

    internal CalendarRequest Body => new(_basis, [.. _days.Values]);

    /// <summary>That what was read still is the newest.</summary>
    internal VersionCondition Unchanged => _version > 0
        ? VersionCondition.On(_version)
        : new(null, new NamedVersions(Any: true, new HashSet<int>()));

    /// <summary>What the row does, which is then done; a decree has to be named once.</summary>
    internal ImportLine Take(ImportRow row, CalendarDay day)
    {
        var before = _days.GetValueOrDefault(day.Date);
        IReadOnlyList<FieldChange> changes =
        [
            .. new FieldChange[]
            {
                new("kind", before?.Kind, day.Off?.Kind),
                new("name", before?.Name, day.Off?.Name),
                new("basis", _basis, day.Basis ?? _basis),
            }.Where(change => change.From != change.To),
        ];
        var subject = LocalDatePattern.Iso.Format(day.Date);
        if (changes.Count > 0 && (day.Basis ?? _basis) is null)
        {
            return new(row.Number, subject, RowEffect.Faulty)
            {
                Faults = [new("basis", RefusalCodes.InvalidField, "This member is required.")],
            };
        }

        Take(day);
        var effect = changes.Count == 0 ? RowEffect.Unchanged
            : before is null && day.Off is not null ? RowEffect.New
            : RowEffect.Changed;
        return new(row.Number, subject, effect) { Changes = changes, Cells = row.Cells };
    }

    internal void Take(CalendarDay day)
    {
        _basis = day.Basis ?? _basis;
        if (day.Off is { } off)
        {
            _days[day.Date] = off;
        }
        else
        {
            _days.Remove(day.Date);
        }
    }
}
