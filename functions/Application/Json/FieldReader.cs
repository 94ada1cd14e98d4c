using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Json;

/// <summary>Reads the fields of one body and collects every fault, so that a client sees all of them at once.</summary>
internal sealed class FieldReader(string prefix = "")
{
    private const string Missing = "This member is required.";

    private static readonly LocalTimePattern MinutePattern = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<FieldFault> _faults = [];

    /// <summary>Parses with a domain parser; null when it refused.</summary>
    internal T? Take<T>(string field, Func<string, Result<T>> parse)
        where T : struct
    {
        if (parse($"{prefix}/{field}").TryGet(out var value, out var refusal))
        {
            return value;
        }

        _faults.AddRange(refusal.Faults);
        return null;
    }

    /// <summary>
    /// RFC 3339 with offset; a time without a zone is refused, because it names no instant. Read as finely as it is
    /// stored, in steps of 100 ns, so that a resend equals what stands there.
    /// </summary>
    internal Instant? Time(string field, string? text) =>
        Rfc3339.Parse(text, out var expected) ?? Fault<Instant>(field, expected);

    internal LocalDate? Day(string field, string? text) =>
        LocalDatePattern.Iso.Parse(text ?? "") is { Success: true } parsed && parsed.Value.Year is > 0 and < 9999
            ? parsed.Value
            : Fault<LocalDate>(field, "A date such as 2026-01-05 is expected.");

    internal YearMonth? Month(string field, string? text) =>
        YearMonthPattern.Iso.Parse(text ?? "") is { Success: true } parsed && parsed.Value.Year is > 1 and < 9998
            ? parsed.Value
            : Fault<YearMonth>(field, "A month such as 2026-01 is expected.");

    internal LocalDate? OptionalDay(string field, string? text) => text is null ? null : Day(field, text);

    /// <summary>A wall clock's time, to the minute.</summary>
    internal LocalTime? Minute(string field, string? text) =>
        MinutePattern.Parse(text ?? "") is { Success: true } parsed
            ? parsed.Value
            : Fault<LocalTime>(field, "A time of day such as 08:30 is expected.");

    internal LocalTime? OptionalMinute(string field, string? text) => text is null ? null : Minute(field, text);

    internal int? Whole(string field, int? value, int least, int most) =>
        value >= least && value <= most
            ? value
            : Fault<int>(field, $"A whole number from {least} to {most} is expected.");

    internal int? OptionalWhole(string field, int? value, int least, int most) =>
        value is null ? null : Whole(field, value, least, most);

    /// <summary>A number from 0 with at most two decimals.</summary>
    internal decimal? Figure(string field, decimal? value, decimal most) =>
        value is >= 0 && value <= most && decimal.Round(value.Value, 2) == value
            ? value
            : Fault<decimal>(field, $"A number from 0 to {most} with at most two decimals is expected.");

    /// <summary>A measured number from 0.</summary>
    internal double? Measure(string field, double? value, double most) =>
        value >= 0 && value <= most
            ? value
            : Fault<double>(field, $"A number from 0 to {most} is expected.");

    /// <summary>A part that has read itself, with its faults under its own pointer; null when it refused.</summary>
    internal T? Part<T>(Result<T> part)
        where T : class
    {
        if (part.TryGet(out var value, out var refusal))
        {
            return value;
        }

        _faults.AddRange(refusal.Faults);
        return null;
    }

    /// <summary>Each item by its own pointer; items that refused are left out, and null items are faults.</summary>
    internal List<T> Each<TBody, T>(
        string field, IReadOnlyList<TBody?>? items, int most, Func<TBody, string, Result<T>> read)
        where TBody : class
        where T : class
    {
        if (items?.Count > most)
        {
            Add(field, $"At most {most} items are taken here.");
            return [];
        }

        var values = (items ?? []).Select((item, i) => Part(item is null
            ? Refusal.Malformed($"{prefix}/{field}/{i}", "Not null.")
            : read(item, $"{prefix}/{field}/{i}")));
        return [.. values.OfType<T>()];
    }

    /// <summary>What may be left out; null then, and when it refused.</summary>
    internal T? Optional<T>(string field, string? text, Func<string?, string, Result<T>> parse)
        where T : struct => text is null ? null : Take(field, p => parse(text, p));

    /// <summary>Each id by its own pointer; ids that refused are left out, and a longer list is one fault.</summary>
    internal List<T> Ids<T>(
        string field, IReadOnlyList<string?>? ids, int most, Func<string?, string, Result<T>> parse)
        where T : struct
    {
        if (ids?.Count > most)
        {
            Add(field, $"At most {most} are expected.");
            return [];
        }

        return [.. (ids ?? []).Select((id, i) => Take($"{field}/{i}", p => parse(id, p))).OfType<T>()];
    }

    /// <summary>A performance figure from 0 to 120 with at most two decimals.</summary>
    internal Score? Score(string field, decimal? value) =>
        Required(field, value) is { } given ? Take(field, p => Domain.Score.Parse(given, p)) : null;

    internal T? Enum<T>(string field, string? text)
        where T : struct, Enum =>
        text is not null && EnumNames<T>.ByName.TryGetValue(text, out var value)
            ? value
            : Fault<T>(field, $"One of {string.Join(", ", EnumNames<T>.ByName.Keys)} is expected.");

    internal T? OptionalEnum<T>(string field, string? text)
        where T : struct, Enum => text is null ? null : Enum<T>(field, text);

    internal T? Required<T>(string field, T? value)
        where T : struct => value ?? Fault<T>(field, Missing);

    internal T? Required<T>(string field, T? value)
        where T : class
    {
        if (value is null)
        {
            Add(field, Missing);
        }

        return value;
    }

    internal string? Text(string field, string? text, int most)
    {
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 0 } || trimmed.Length > most)
        {
            Add(field, $"A text of 1 to {most} characters is expected.");
            return null;
        }

        if (PlainText.IsPlain(trimmed))
        {
            return trimmed;
        }

        Add(field, "A text without control characters, marks of direction and NIPs is expected.");
        return null;
    }

    internal string? OptionalText(string field, string? text, int most) =>
        text is null ? null : Text(field, text, most);

    internal DateTimeZone? Zone(string field, string? text)
    {
        var zone = IanaZones.Find(text);
        if (zone is null)
        {
            Add(field, "An IANA time zone such as Asia/Jakarta is expected.");
        }

        return zone;
    }

    internal void Add(string field, Sentence detail) => _faults.Add(new FieldFault($"{prefix}/{field}", detail));

    internal void AddRange(Refusal refusal) => _faults.AddRange(refusal.Faults);

    /// <summary>
    /// The value when nothing was wrong, else one refusal with all faults. <paramref name="make"/> runs only then.
    /// </summary>
    internal Result<T> Finish<T>(Func<T> make)
        where T : notnull =>
        _faults.Count == 0
            ? make()
            : new Refusal(
                RefusalKind.Malformed, RefusalCodes.InvalidField, _faults[0].Detail)
            { Faults = [.. _faults] };

    private T? Fault<T>(string field, Sentence detail)
        where T : struct
    {
        Add(field, detail);
        return null;
    }
}
