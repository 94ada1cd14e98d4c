using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Json;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>Leave as an item of an import says it: in force or called off.</summary>
public sealed record LeaveCommand(Leave Leave, bool Cancelled);

/// <summary>
/// First day included, end day excluded. With a half, or with both times, it covers that part of each of its days.
/// </summary>
public sealed record LeaveRequest(
    string? EmployeeId,
    string? Kind,
    string? From,
    string? To,
    string? Half,
    string? FromTime,
    string? ToTime,
    string? Reference,
    bool? Cancelled)
{
    public Result<LeaveCommand> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var employee = fields.Take("employeeId", p => Domain.EmployeeId.Parse(EmployeeId, p));
        var kind = fields.Enum<LeaveKind>("kind", Kind);
        var from = fields.Day("from", From);
        var to = fields.Day("to", To);
        var reference = fields.Text("reference", Reference, 64);
        if (from is { } first && to is { } end
            && (end <= first || Period.DaysBetween(first, end) > LeaveEntry.MostDays))
        {
            fields.Add("to", $"The day after the last one is expected, at most {LeaveEntry.MostDays} days after from.");
        }

        var part = ReadPart(fields);
        if (kind == LeaveKind.Reward && (part is not null || Half is not null))
        {
            fields.Add("kind", "A reward gives whole days of leave.");
        }

        return fields.Finish(() => new LeaveCommand(
            new Leave(employee!.Value, kind!.Value, from!.Value, to!.Value, reference!) { Part = part },
            Cancelled ?? false));
    }

    private DayPart? ReadPart(FieldReader fields)
    {
        if (FromTime is null && ToTime is null)
        {
            return Half is null ? null : fields.Enum<DayHalf>("half", Half) is { } half ? DayPart.Of(half) : null;
        }

        if (Half is not null)
        {
            fields.Add("half", "Either a half or times by the clock are expected.");
        }

        var (from, to) = (fields.Minute("fromTime", FromTime), fields.Minute("toTime", ToTime));
        if (from is { } first && to is { } end && first != end)
        {
            return DayPart.Of(first, end);
        }

        if (from is not null && from == to)
        {
            fields.Add("toTime", "Another time than fromTime is expected.");
        }

        return null;
    }
}

/// <summary>Items stay raw, so that one bad item spoils nothing but itself.</summary>
public sealed record LeaveImportRequest([property: JsonConverter(typeof(RawItems))] IReadOnlyList<JsonElement>? Leave);

public readonly struct LeaveResponse(LeaveEntry entry)
{
    public EmployeeId EmployeeId => entry.Leave.EmployeeId;
    public LeaveKind Kind => entry.Leave.Kind;
    public LocalDate From => entry.Leave.From;
    public LocalDate To => entry.Leave.To;
    public DayHalf? Half => entry.Leave.Part?.Half;
    public string? FromTime => Clock(entry.Leave.Part, part => part.From);
    public string? ToTime => Clock(entry.Leave.Part, part => part.To);
    public string Reference => entry.Leave.Reference;
    public bool Cancelled => entry.Cancelled;
    public Instant RecordedAt => entry.RecordedAt;

    public static LeaveResponse Of(LeaveEntry entry) => new(entry);

    private static string? Clock(DayPart? part, Func<DayPart, LocalTime> time) => part is { Half: null } hours
        ? time(hours).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)
        : null;
}

public sealed record LeaveOverlapResponse(LeaveKind Kind, LocalDate From, LocalDate To, string Reference);

/// <summary>
/// One item's outcome, in the order of the request: the leave as it stands and what it overlaps, or a problem.
/// </summary>
public sealed record LeaveItemResponse(
    int Index,
    int Status,
    LeaveOutcome? Outcome,
    LeaveResponse? Leave,
    IReadOnlyList<LeaveOverlapResponse>? Overlaps,
    ProblemResponse? Problem)
{
    internal static LeaveItemResponse Of(int index, Result<RecordedLeave> outcome, bool indonesian)
    {
        if (outcome.TryGet(out var recorded, out var refusal))
        {
            return Of(index, recorded);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new LeaveItemResponse(index, problem.Status, null, null, null, problem);
    }

    private static LeaveItemResponse Of(int index, RecordedLeave recorded) => new(
        index,
        recorded.Outcome == LeaveOutcome.Added ? 201 : 200,
        recorded.Outcome,
        LeaveResponse.Of(recorded.Entry),
        [.. recorded.Overlaps.Select(o => new LeaveOverlapResponse(o.Kind, o.From, o.To, o.Reference))],
        null);
}

public sealed record LeaveImportResponse(IReadOnlyList<LeaveItemResponse> Items)
{
    public static LeaveImportResponse Of(IReadOnlyList<Result<RecordedLeave>> outcomes, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => LeaveItemResponse.Of(i, outcome, indonesian))]);
}

public sealed record LeaveListResponse(IReadOnlyList<LeaveResponse> Leave);
