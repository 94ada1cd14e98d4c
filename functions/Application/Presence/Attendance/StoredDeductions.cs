using System.Text.Json;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

internal sealed record StoredDeductionLine(
    string Date, string Rule, string Event, decimal Amount, string Unit, int? Minutes = null);

internal sealed record StoredCappedSum(string Unit, decimal Before, decimal After, string? Date = null);

/// <summary>A statement as it went into a closed month; whose and of which month stands in its row.</summary>
internal sealed record StoredDeductions(
    string Scheme,
    string Basis,
    decimal Share,
    int DaysToWork,
    decimal PercentOfMonth,
    decimal PercentOfDay,
    decimal Rupiah,
    IReadOnlyList<StoredDeductionLine>? Lines = null,
    IReadOnlyList<StoredCappedSum>? Capped = null,
    IReadOnlyList<string>? OpenDays = null)
{
    internal static string Write(DeductionStatement statement) => JsonSerializer.Serialize(
        new StoredDeductions(
            statement.SchemeVersion,
            statement.Basis,
            statement.PresenceSharePercent,
            statement.DaysToWork,
            statement.PercentOfMonth,
            statement.PercentOfDay,
            statement.Rupiah,
            [.. statement.Lines.Select(l => new StoredDeductionLine(
                LocalDatePattern.Iso.Format(l.Date), l.RuleId, JsonFormat.Name(l.Event), l.Amount,
                JsonFormat.Name(l.Unit), l.Minutes))],
            [.. statement.Capped.Select(c => new StoredCappedSum(
                JsonFormat.Name(c.Unit), c.Before, c.After, StoredValues.TextOrNull(c.Date)))],
            [.. statement.OpenDays.Select(LocalDatePattern.Iso.Format)]),
        StoredJson.Default.StoredDeductions);

    internal static DeductionStatement Read(EmployeeId employee, YearMonth month, string json)
    {
        var stored = JsonSerializer.Deserialize(json, StoredJson.Default.StoredDeductions)!;
        return new(
            employee,
            month,
            stored.Scheme,
            stored.Basis,
            stored.Share,
            stored.DaysToWork,
            [.. (stored.Lines ?? []).Select(l => new DeductionLine(
                LocalDatePattern.Iso.Parse(l.Date).Value, l.Rule, StoredValues.Enum<DeductionEvent>(l.Event), l.Minutes,
                l.Amount, StoredValues.Enum<DeductionUnit>(l.Unit)))],
            [.. (stored.Capped ?? []).Select(c => new CappedSum(
                StoredValues.DayOrNull(c.Date), StoredValues.Enum<DeductionUnit>(c.Unit), c.Before, c.After))],
            stored.PercentOfMonth,
            stored.PercentOfDay,
            stored.Rupiah,
            [.. (stored.OpenDays ?? []).Select(day => LocalDatePattern.Iso.Parse(day).Value)]);
    }
}
