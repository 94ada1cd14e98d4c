using Kinerja.Domain.Reports;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Reports;

public sealed record ModeFiguresResponse(int Days, int OnTimeDays, decimal? OnTimePercent, int LateMinutes)
{
    internal static ModeFiguresResponse Of(ModeFigures figures) =>
        new(figures.Days, figures.OnTimeDays, figures.OnTimePercent, figures.LateMinutes);
}

/// <summary>Without a unit: the small units together.</summary>
public sealed record UnitFiguresResponse(
    string? UnitId,
    int People,
    ModeFiguresResponse Office,
    ModeFiguresResponse Flexible,
    ModeFiguresResponse Field);

public sealed record FlexibleReportResponse(string Month, int LeastPeople, IReadOnlyList<UnitFiguresResponse> Units)
{
    public static FlexibleReportResponse Of(YearMonth month, IReadOnlyList<UnitFigures> lines) => new(
        YearMonthPattern.Iso.Format(month),
        FlexibleReport.LeastPeople,
        [.. lines.Select(l => new UnitFiguresResponse(
            l.UnitId?.ToString(),
            l.People,
            ModeFiguresResponse.Of(l.Office),
            ModeFiguresResponse.Of(l.Flexible),
            ModeFiguresResponse.Of(l.Field)))]);
}

public sealed record OfficeWeekdayResponse(
    string GeofenceId,
    string Weekday,
    int Days,
    decimal AveragePeople,
    int MostPeople,
    int? CapacityPeople,
    decimal? AveragePercent,
    decimal? MostPercent);

public sealed record OccupancyReportResponse(string Month, IReadOnlyList<OfficeWeekdayResponse> Offices)
{
    public static OccupancyReportResponse Of(YearMonth month, IReadOnlyList<OfficeWeekday> lines) => new(
        YearMonthPattern.Iso.Format(month),
        [.. lines.Select(l => new OfficeWeekdayResponse(
            l.FenceId.ToString(),
            JsonFormat.Name(l.Weekday),
            l.Days,
            l.AveragePeople,
            l.MostPeople,
            l.CapacityPeople,
            l.AveragePercent,
            l.MostPercent))]);
}
