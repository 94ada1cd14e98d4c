using Kinerja.Application.Json;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Domain;
using Kinerja.Domain.Calendars;

namespace Kinerja.Application.Calendars;

/// <summary>
/// An agency's working time: everybody's hours, and units with hours of their own. Nothing of it is filled: what hours
/// leave out (grace, seasons, breaks) they do not have.
/// </summary>
public sealed record WorkingTimeRequest(HoursRequest? Everybody, IReadOnlyList<UnitHoursRequest?>? Units)
{
    private const int MostUnits = 500;

    internal WorkingTimeRequest WithUnits() => this with { Units = Units ?? [] };

    public Result<WorkingTimePolicy> Read(string version)
    {
        var fields = new FieldReader();
        var everybody = Everybody is null
            ? fields.Part<WorkingTime>(Refusal.Malformed("/everybody", "This member is required."))
            : fields.Part(Everybody.Read("/everybody"));
        var units = fields.Each("units", fields.Required("units", Units), MostUnits, (body, at) => body.Read(at));
        if (units.SelectMany(u => u.Units).CountBy(id => id).Any(unit => unit.Value > 1))
        {
            fields.Add("units", "A unit has one set of hours.");
        }

        return fields.Finish(() => new WorkingTimePolicy(version, everybody!, units));
    }
}

public sealed record UnitHoursRequest(IReadOnlyList<string?>? Units, HoursRequest? Hours)
{
    internal Result<UnitWorkingTime> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var units = (Units ?? []).Select((id, i) => fields.Take($"units/{i}", p => UnitId.Parse(id, p))).ToList();
        if (units.Count is 0 or > 500)
        {
            fields.Add("units", "A list of 1 to 500 units is expected.");
        }

        var hours = Hours is null
            ? fields.Part<WorkingTime>(Refusal.Malformed($"{prefix}/hours", "This member is required."))
            : fields.Part(Hours.Read($"{prefix}/hours"));
        return fields.Finish(() => new UnitWorkingTime([.. units.OfType<UnitId>()], hours!));
    }
}

/// <summary>Hours of some days of the week. Times are HH:mm by the clock of the place of work.</summary>
public sealed record WeekdaysRequest(IReadOnlyList<string?>? Days, string? Start, string? End, int? BreakMinutes);

/// <summary>Hours that go before the normal ones, from a date to another, both included.</summary>
public sealed record SeasonRequest(string? Name, string? From, string? To, IReadOnlyList<WeekdaysRequest?>? Week);

public sealed record GraceRequest(int? Minutes, string? Rule);

public sealed record WindowRequest(string? From, string? To);

/// <summary>
/// Minutes around a shift in which check-ins are taken for it; what is left out is as in
/// <see cref="ShiftMargins.Default"/>.
/// </summary>
public sealed record MarginsRequest(int? BeforeMinutes, int? AfterMinutes, int? HandoverMinutes)
{
    internal static ShiftMargins Read(MarginsRequest? body, FieldReader fields)
    {
        var usual = ShiftMargins.Default;
        return new ShiftMargins(
            fields.Whole(
                "margins/beforeMinutes", body?.BeforeMinutes ?? usual.BeforeMinutes, 0, ShiftMargins.MostBefore) ?? 0,
            fields.Whole(
                "margins/afterMinutes", body?.AfterMinutes ?? usual.AfterMinutes, 0, ShiftMargins.MostAfter) ?? 0,
            fields.Whole("margins/handoverMinutes", body?.HandoverMinutes ?? usual.HandoverMinutes, 0, 240) ?? 0);
    }
}

/// <summary>Minutes that dynamic time asks for, in a day or in a week.</summary>
public sealed record RequiredRequest(int? MinutesPerDay, int? MinutesPerWeek, bool? CountsDaysOff);

/// <summary>The working time of a group of people; what is left out is not asked of them.</summary>
public sealed record HoursRequest(
    string? Scheme,
    IReadOnlyList<WeekdaysRequest?>? Week,
    IReadOnlyList<SeasonRequest?>? Seasons,
    GraceRequest? Grace,
    int? HalfDayFromMinutes,
    WindowRequest? MidDay,
    RequiredRequest? Required,
    MarginsRequest? Margins,
    int? PunchGapMinutes,
    IReadOnlyList<ShiftRequest?>? Shifts,
    IReadOnlyList<RotationRequest?>? Rotations,
    IReadOnlyList<RosterChangeRequest?>? Changes)
{
    internal Result<WorkingTime> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var scheme = fields.Enum<TimeScheme>("scheme", Scheme);
        var week = fields.Part(WeekReader.Read(Week, prefix));
        var seasons = fields.Each("seasons", Seasons, 20, WeekReader.Season);
        if (seasons.Any(one => seasons.Any(other => one != other && one.From <= other.To && other.From <= one.To)))
        {
            fields.Add("seasons", "Two seasons overlap.");
        }

        var grace = ReadGrace(fields);
        var half = HalfDayFromMinutes is null ? null : fields.Whole("halfDayFromMinutes", HalfDayFromMinutes, 1, 1440);
        var midDay = ReadMidDay(fields);
        var required = ReadRequired(fields, scheme);
        var margins = MarginsRequest.Read(Margins, fields);
        var gap = fields.Whole("punchGapMinutes", PunchGapMinutes ?? WorkingTime.UsualPunchGap, 1, 240);
        var roster = fields.Part(RosterReader.Read(this, prefix));
        if (scheme is not (null or TimeScheme.Shift) && Rotations is not null)
        {
            fields.Add("rotations", "Only the scheme shift has rotations.");
        }

        return fields.Finish(() => new WorkingTime(scheme!.Value, week!, seasons)
        {
            Grace = grace,
            HalfDayFromMinutes = half,
            MidDay = midDay,
            Required = required,
            Margins = margins,
            PunchGapMinutes = gap!.Value,
            Roster = roster!,
        });
    }

    private Grace ReadGrace(FieldReader fields)
    {
        if (Grace is null)
        {
            return default;
        }

        var minutes = fields.Whole("grace/minutes", Grace.Minutes, 0, 240);
        var rule = fields.Enum<GraceRule>("grace/rule", Grace.Rule);
        return new Grace(minutes ?? 0, rule ?? GraceRule.Counted);
    }

    private MidDayWindow? ReadMidDay(FieldReader fields)
    {
        if (MidDay is null)
        {
            return null;
        }

        var from = fields.Minute("midDay/from", MidDay.From);
        var to = fields.Minute("midDay/to", MidDay.To);
        if (from > to)
        {
            fields.Add("midDay/to", "The window ends before it begins.");
        }

        return from is { } first && to is { } last ? new MidDayWindow(first, last) : null;
    }

    private RequiredTime? ReadRequired(FieldReader fields, TimeScheme? scheme)
    {
        if (Required is null || scheme != TimeScheme.Dynamic)
        {
            if (Required is not null || scheme == TimeScheme.Dynamic)
            {
                fields.Add("required", "The scheme dynamic, and no other, says how many minutes it requires.");
            }

            return null;
        }

        if (Required.MinutesPerDay is null == Required.MinutesPerWeek is null)
        {
            fields.Add("required", "Minutes per day or per week are expected, not both.");
            return null;
        }

        if (Required.MinutesPerDay is not null && Required.CountsDaysOff is not null)
        {
            fields.Add("required/countsDaysOff", "Only minutes per week can be made up for on another day.");
        }

        return Required.MinutesPerDay is null
            ? new RequiredTime(
                fields.Whole("required/minutesPerWeek", Required.MinutesPerWeek, 1, 10_080) ?? 0, PerWeek: true)
            {
                CountsDaysOff = Required.CountsDaysOff ?? false,
            }
            : new RequiredTime(
                fields.Whole("required/minutesPerDay", Required.MinutesPerDay, 1, 1440) ?? 0, PerWeek: false);
    }
}
