using Kinerja.Application.Json;
using Kinerja.Domain.Reports;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Reports;

public sealed record ModeFiguresAnswer(int Days, int OnTimeDays, decimal? OnTimePercent, int LateMinutes)
{
    internal static ModeFiguresAnswer Of(ModeFigures figures) =>
        new(figures.Days, figures.OnTimeDays, figures.OnTimePercent, figures.LateMinutes);
}

/// <summary>Without a unit: the small units together.</summary>
public sealed record UnitFiguresAnswer(
    string? UnitId,
    int People,
    ModeFiguresAnswer Office,
    ModeFiguresAnswer Flexible,
    ModeFiguresAnswer Field);

public sealed record FlexibleReportAnswer(string Month, int LeastPeople, IReadOnlyList<UnitFiguresAnswer> Units)
{
    public static FlexibleReportAnswer Of(YearMonth month, IReadOnlyList<UnitFigures> lines) => new(
        YearMonthPattern.Iso.Format(month),
        FlexibleReport.LeastPeople,
        [.. lines.Select(l => new UnitFiguresAnswer(
            l.UnitId?.ToString(),
            l.People,
            ModeFiguresAnswer.Of(l.Office),
            ModeFiguresAnswer.Of(l.Flexible),
            ModeFiguresAnswer.Of(l.Field)))]);
}

public sealed record OfficeWeekdayAnswer(
    string GeofenceId,
    string Weekday,
    int Days,
    decimal AveragePeople,
    int MostPeople,
    int? CapacityPeople,
    decimal? AveragePercent,
    decimal? MostPercent);

public sealed record OccupancyReportAnswer(string Month, IReadOnlyList<OfficeWeekdayAnswer> Offices)
{
    public static OccupancyReportAnswer Of(YearMonth month, IReadOnlyList<OfficeWeekday> lines) => new(
        YearMonthPattern.Iso.Format(month),
        [.. lines.Select(l => new OfficeWeekdayAnswer(
            l.FenceId.ToString(),
            JsonFormat.Name(l.Weekday),
            l.Days,
            l.AveragePeople,
            l.MostPeople,
            l.CapacityPeople,
            l.AveragePercent,
            l.MostPercent))]);
}
