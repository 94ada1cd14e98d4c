using Kinerja.Domain;
using Kinerja.Domain.Reports;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Reports;

public readonly struct ModeFiguresResponse(ModeFigures figures)
{
    public int Days => figures.Days;
    public int OnTimeDays => figures.OnTimeDays;
    public decimal? OnTimePercent => figures.OnTimePercent;
    public int LateMinutes => figures.LateMinutes;
}

/// <summary>Without a unit: the small units together.</summary>
public sealed record UnitFiguresResponse(
    UnitId? UnitId,
    int People,
    ModeFiguresResponse Office,
    ModeFiguresResponse Flexible,
    ModeFiguresResponse Field);

public readonly struct FlexibleReportResponse(YearMonth month, IReadOnlyList<UnitFigures> lines)
{
    public YearMonth Month => month;
    public int LeastPeople => FlexibleReport.LeastPeople;
    public IReadOnlyList<UnitFiguresResponse> Units => [.. lines.Select(l => new UnitFiguresResponse(
        l.UnitId,
        l.People,
        new ModeFiguresResponse(l.Office),
        new ModeFiguresResponse(l.Flexible),
        new ModeFiguresResponse(l.Field)))];

    public static FlexibleReportResponse Of(YearMonth month, IReadOnlyList<UnitFigures> lines) => new(month, lines);
}

public sealed record OfficeWeekdayResponse(
    GeofenceId GeofenceId,
    IsoDayOfWeek Weekday,
    int Days,
    decimal AveragePeople,
    int MostPeople,
    int? CapacityPeople,
    decimal? AveragePercent,
    decimal? MostPercent);

public sealed record FreeWeekdayResponse(IsoDayOfWeek Weekday, int People);

public readonly struct OfficeSpaceResponse(OfficeSpace space)
{
    public GeofenceId GeofenceId => space.FenceId;
    public double AreaSquareMetres => space.AreaSquareMetres;
    public int? CapacityPeople => space.CapacityPeople;
    public int WorkingDays => space.WorkingDays;
    public decimal AveragePeople => space.AveragePeople;
    public int MostPeople => space.MostPeople;
    public int? NeededPeople => space.NeededPeople;
    public int? SparePeople => space.SparePeople;
    public int? SpareSquareMetres => space.SpareSquareMetres;
    public IReadOnlyList<FreeWeekdayResponse>? FreeWeekdays => space.FreeWeekdays is { Count: > 0 } free
        ? [.. free.Select(one => new FreeWeekdayResponse(one.Weekday, one.People))]
        : null;
}

/// <summary>The rule stands beside what it comes to.</summary>
public sealed record OfficeSpaceReportResponse(
    YearMonth Month, int ReservePercent, int LeastDays, IReadOnlyList<OfficeSpaceResponse> Offices)
{
    public static OfficeSpaceReportResponse Of(YearMonth month, SpaceRule rule, IReadOnlyList<OfficeSpace> offices) =>
        new(month, rule.ReservePercent, SpaceRule.LeastDays, [.. offices.Select(one => new OfficeSpaceResponse(one))]);
}

public sealed record OccupancyReportResponse(YearMonth Month, IReadOnlyList<OfficeWeekdayResponse> Offices)
{
    public static OccupancyReportResponse Of(YearMonth month, IReadOnlyList<OfficeWeekday> lines) => new(
        month,
        [.. lines.Select(l => new OfficeWeekdayResponse(
            l.FenceId,
            l.Weekday,
            l.Days,
            l.AveragePeople,
            l.MostPeople,
            l.CapacityPeople,
            l.AveragePercent,
            l.MostPercent))]);
}
