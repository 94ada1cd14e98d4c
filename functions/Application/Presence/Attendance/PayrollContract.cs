using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

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
public sealed record PayrollMonthResponse(string Month, string State, string? ClosedById, string? ClosedAt)
{
    public static PayrollMonthResponse Of(PayrollMonth month) => new(
        YearMonthPattern.Iso.Format(month.Month),
        StateOf(month.Close),
        month.Close?.ClosedById.ToString(),
        month.Close is { } close ? InstantPattern.ExtendedIso.Format(close.ClosedAt) : null);

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

public sealed record StatementDifferenceResponse(
    string EmployeeId,
    string Month,
    StatementSumsResponse? Before,
    StatementSumsResponse? After,
    decimal PercentOfMonth,
    decimal PercentOfDay,
    decimal Rupiah,
    IReadOnlyList<string> Days,
    IReadOnlyList<string> Causes)
{
    internal static StatementDifferenceResponse Of(StatementDifference found) => new(
        found.EmployeeId.ToString(),
        YearMonthPattern.Iso.Format(found.Month),
        StatementSumsResponse.Of(found.Before),
        StatementSumsResponse.Of(found.After),
        found.PercentOfMonth,
        found.PercentOfDay,
        found.Rupiah,
        [.. found.Days.Select(LocalDatePattern.Iso.Format)],
        [.. found.Causes.Select(JsonFormat.Name)]);
}

public sealed record DifferenceListResponse(
    string Month, string State, IReadOnlyList<StatementDifferenceResponse> Differences)
{
    public static DifferenceListResponse Of(DifferencePage page) => new(
        YearMonthPattern.Iso.Format(page.Month.Month),
        PayrollMonthResponse.StateOf(page.Month.Close),
        [.. page.Found.Select(StatementDifferenceResponse.Of)]);
}
