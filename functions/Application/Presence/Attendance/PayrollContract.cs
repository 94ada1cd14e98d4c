using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Presence.Attendance;

public sealed record PayrollCloseRequest(string? ClosedById)
{
    public Result<EmployeeId> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("closedById", p => EmployeeId.Parse(ClosedById, p));
        return fields.Finish(() => by!.Value);
    }
}

/// <summary>Closing: begun, and to be completed by the same act again; until then the month is open.</summary>
public readonly struct PayrollMonthResponse(PayrollMonth month)
{
    public YearMonth Month => month.Month;
    public string State => StateOf(month.Close);
    public EmployeeId? ClosedById => month.Close?.ClosedById;
    public Instant? ClosedAt => month.Close?.ClosedAt;

    public static PayrollMonthResponse Of(PayrollMonth month) => new(month);

    internal static string StateOf(PayrollClose? close) =>
        close is null ? "open" : close.Complete ? "closed" : "closing";
}

/// <summary>The sums of a statement; what is left out stands in the person's statement of the month.</summary>
public sealed record StatementSumsResponse(
    string Scheme, decimal PresenceSharePercent, int DaysToWork, decimal PercentOfMonth, decimal PercentOfDay,
    decimal Rupiah)
{
    internal static StatementSumsResponse? Of(DeductionStatement? statement) => statement is { } s
        ? new(s.SchemeVersion, s.PresenceSharePercent, s.DaysToWork, s.PercentOfMonth, s.PercentOfDay, s.Rupiah)
        : null;
}

public readonly struct StatementDifferenceResponse(StatementDifference found)
{
    public EmployeeId EmployeeId => found.EmployeeId;
    public YearMonth Month => found.Month;
    public StatementSumsResponse? Before => StatementSumsResponse.Of(found.Before);
    public StatementSumsResponse? After => StatementSumsResponse.Of(found.After);
    public decimal PercentOfMonth => found.PercentOfMonth;
    public decimal PercentOfDay => found.PercentOfDay;
    public decimal Rupiah => found.Rupiah;
    public IReadOnlyList<LocalDate> Days => found.Days;
    public IReadOnlyList<DifferenceCause> Causes => found.Causes;
}

public readonly struct DifferenceListResponse(DifferencePage page)
{
    public YearMonth Month => page.Month.Month;
    public string State => PayrollMonthResponse.StateOf(page.Month.Close);
    public IReadOnlyList<StatementDifferenceResponse> Differences =>
        [.. page.Found.Select(one => new StatementDifferenceResponse(one))];

    public static DifferenceListResponse Of(DifferencePage page) => new(page);
}
