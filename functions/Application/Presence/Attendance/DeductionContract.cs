using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>
/// Minutes from and to, both included, and what they cost; <c>perMinutes</c>: for each that many full minutes.
/// </summary>
public sealed record DeductionBandRequest(int? FromMinutes, int? ToMinutes, decimal? Amount, int? PerMinutes);

public sealed record DeductionRuleRequest(
    string? Id, string? Event, string? Unit, IReadOnlyList<DeductionBandRequest?>? Bands);

public sealed record DeductionCapRequest(decimal? Amount, string? Unit);

/// <summary>A deduction scheme: the name of a shipped one, or its own rules.</summary>
public sealed record DeductionRequest(
    string? Shipped,
    string? Basis,
    decimal? PresenceSharePercent,
    IReadOnlyList<DeductionRuleRequest?>? Rules,
    DeductionCapRequest? DayCap,
    DeductionCapRequest? MonthCap)
{
    private const decimal MostAmount = 1_000_000_000;

    /// <summary>
    /// A shipped scheme that is named becomes its rules, so that the document stands by itself. Of an agency's own
    /// rules only the share is filled: a cap that is left out there is none.
    /// </summary>
    internal Result<DeductionRequest> FilledFrom(
        DeductionRequest holding, IReadOnlyDictionary<string, DeductionRequest> shipped)
    {
        if (Shipped is null)
        {
            return this with { PresenceSharePercent = PresenceSharePercent ?? holding.PresenceSharePercent };
        }

        var fields = new FieldReader();
        var scheme = shipped.GetValueOrDefault(Shipped);
        if (scheme is null)
        {
            fields.Add("shipped", $"One of {string.Join(", ", shipped.Keys)} is expected.");
        }

        if (this != new DeductionRequest(Shipped, null, null, null, null, null))
        {
            fields.Add("shipped", "A shipped scheme is taken as it is, or rules of one's own are written.");
        }

        return fields.Finish(() => scheme!);
    }

    public Result<DeductionScheme> Read(string version)
    {
        var fields = new FieldReader();
        if (Shipped is not null)
        {
            fields.Add("shipped", "Rules are expected, not a name.");
        }

        var basis = fields.Text("basis", Basis, 300);
        var share = Amount(fields, "presenceSharePercent", PresenceSharePercent, 100);
        var rules = fields.Each("rules", Rules, 100, ReadRule);
        if (Rules is null or [])
        {
            fields.Add("rules", "At least one rule is expected.");
        }

        if (rules.CountBy(r => r.Id).Any(r => r.Value > 1))
        {
            fields.Add("rules", "Two rules have the same id.");
        }

        var day = ReadCap(fields, "dayCap", DayCap);
        var month = ReadCap(fields, "monthCap", MonthCap);
        return fields.Finish(() => new DeductionScheme(version, basis!, share!.Value, rules, day, month));
    }

    private static Result<DeductionRule> ReadRule(DeductionRuleRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var id = fields.Text("id", body.Id, 40);
        var on = fields.Enum<DeductionEvent>("event", body.Event);
        var unit = fields.Enum<DeductionUnit>("unit", body.Unit);
        var bands = fields.Each("bands", body.Bands, 50, ReadBand);
        if (body.Bands is null or [])
        {
            fields.Add("bands", "At least one band is expected.");
        }

        return fields.Finish(() => new DeductionRule(id!, on!.Value, unit!.Value, bands));
    }

    private static Result<DeductionBand> ReadBand(DeductionBandRequest body, string prefix)
    {
        var fields = new FieldReader(prefix);
        var from = fields.Whole("fromMinutes", body.FromMinutes, 0, 1440);
        var to = fields.OptionalWhole("toMinutes", body.ToMinutes, from ?? 0, 1440);
        var amount = Amount(fields, "amount", body.Amount, MostAmount);
        var each = fields.OptionalWhole("perMinutes", body.PerMinutes, 1, 1440);
        return fields.Finish(() => new DeductionBand(from!.Value, to, amount!.Value, each));
    }

    private static DeductionCap? ReadCap(FieldReader fields, string field, DeductionCapRequest? body)
    {
        if (body is null)
        {
            return null;
        }

        var amount = Amount(fields, $"{field}/amount", body.Amount, MostAmount);
        var unit = fields.Enum<DeductionUnit>($"{field}/unit", body.Unit);
        return amount is { } most && unit is { } of ? new DeductionCap(most, of) : null;
    }

    private static decimal? Amount(FieldReader fields, string field, decimal? value, decimal most)
    {
        if (value is >= 0 && value <= most && decimal.Round(value.Value, 4) == value)
        {
            return value;
        }

        fields.Add(field, $"A number from 0 to {most} with at most four decimals is expected.");
        return null;
    }
}

public sealed record DeductionLineResponse(
    LocalDate Date, string Rule, DeductionEvent Event, int? Minutes, decimal Amount, DeductionUnit Unit);

/// <summary>
/// A statement for the payroll people, not a payment. Rupiah for an allowance are whole, half up. Without a scheme of
/// the agency's own there is no figure at all, and <c>why</c> says so: none is not zero.
/// </summary>
public sealed record DeductionResponse(
    EmployeeId EmployeeId,
    YearMonth Month,
    string? Why,
    WordsResponse? Words,
    string? Scheme,
    string? Basis,
    decimal? PresenceSharePercent,
    int? DaysToWork,
    IReadOnlyList<DeductionLineResponse>? Lines,
    IReadOnlyList<CappedSum>? Capped,
    decimal? PercentOfMonth,
    decimal? PercentOfDay,
    decimal? Rupiah,
    decimal? AllowanceRupiah,
    decimal? DeductionRupiah,
    IReadOnlyList<LocalDate>? OpenDays,
    Instant? ClosedAt = null,
    EmployeeId? ClosedById = null,
    IReadOnlyList<TimeGapResponse>? Missing = null)
{
    private static readonly WordsResponse NotInPayroll = new(
        "There is no figure: the person had no statement when this month was closed.",
        "Tidak ada angka: pegawai belum tercantum ketika bulan ini ditutup.");

    private static readonly WordsResponse NoPolicy = new(
        "There is no figure: the agency has no deduction scheme of its own for this month.",
        "Tidak ada angka: instansi belum menetapkan aturan pemotongan sendiri untuk bulan ini.");

    public static DeductionResponse Of(MonthDeductions month, decimal? allowanceRupiah) =>
        (month.Statement is { } statement ? Of(statement, allowanceRupiah) : WithoutFigure(month)) with
        {
            ClosedAt = month.Closed?.ClosedAt,
            ClosedById = month.Closed?.ClosedById,
            Missing = TimeGapResponse.Of(month.Missing),
        };

    private static DeductionResponse WithoutFigure(MonthDeductions month) => new(
        month.EmployeeId, month.Month,
        month.InPayroll ? "noPolicy" : "notInPayroll", month.InPayroll ? NoPolicy : NotInPayroll,
        null, null, null, null, null, null, null, null, null, null, null, null);

    private static DeductionResponse Of(DeductionStatement statement, decimal? allowanceRupiah) => new(
        statement.EmployeeId,
        statement.Month,
        null,
        null,
        statement.SchemeVersion,
        statement.Basis,
        statement.PresenceSharePercent,
        statement.DaysToWork,
        [.. statement.Lines.Select(l => new DeductionLineResponse(
            l.Date, l.RuleId, l.Event, l.Minutes, l.Amount, l.Unit))],
        statement.Capped,
        statement.PercentOfMonth,
        statement.PercentOfDay,
        statement.Rupiah,
        allowanceRupiah,
        allowanceRupiah is { } allowance ? statement.RupiahOf(allowance) : null,
        statement.OpenDays);
}
