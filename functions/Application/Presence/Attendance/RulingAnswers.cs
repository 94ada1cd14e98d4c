using Kinerja.Application.Json;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Telemetry;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.Attendance;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

public sealed record RulingStepResponse(
    RulingStepKind Kind, EmployeeId ById, Instant At, string? Words, RulingOutcome? Outcome);

/// <summary>A day's ruling as it stands; without an outcome nobody has ruled.</summary>
public readonly struct DayRulingResponse(DayRuling ruling)
{
    public EmployeeId EmployeeId => ruling.EmployeeId;
    public LocalDate Date => ruling.Date;
    public int Version => ruling.Version;
    public RulingOutcome? Outcome => ruling.Standing?.Outcome;
    public EmployeeId? RuledById => ruling.Standing?.By;
    public bool Objected => ruling.IsObjected;
    public bool Final => ruling.IsFinal;
    public IReadOnlyList<RulingStepResponse> Steps => [.. ruling.Steps.Select(step => new RulingStepResponse(
        step.Kind, step.By, step.At, step.Words, step.Outcome))];

    public static DayRulingResponse Of(DayRuling ruling) => new(ruling);
}

/// <summary>What was received of the day; the position is for those who may rule, but never one at home.</summary>
public readonly struct ReceivedResponse(CheckIn checkIn, bool withPosition)
{
    public ClientId Id => checkIn.Claim.Id;
    public CheckInKind Kind => checkIn.Claim.Kind;
    public string At => checkIn.TimeThatCounts.TextIn(checkIn.Zone);
    public Instant ReceivedAt => checkIn.ReceivedAt;
    public Placement Placement => checkIn.Verdict.Placement;
    public GeofenceId? FenceId => checkIn.Verdict.FenceId;
    public double? SignedDistanceMetres =>
        checkIn.Verdict.ForOthers().SignedDistanceMetres is { } metres ? Math.Round(metres, 2) : null;
    public double? InsideProbability =>
        checkIn.Verdict.ForOthers().InsideProbability is { } probability ? Math.Round(probability, 4) : null;
    public int Trust => checkIn.Trust;
    public PositionRequest? Position => withPosition && !checkIn.Verdict.IsAtHome
        ? PositionRequest.Of(checkIn.Claim.Position)
        : null;

    internal static IReadOnlyList<ReceivedResponse> Of(IReadOnlyList<CheckIn> checkIns, bool withPositions) =>
        [.. checkIns.Select(c => new ReceivedResponse(c, withPositions))];
}

/// <summary>
/// A day of the queue: why it is there, what is known of it, and until when the superior alone may rule.
/// </summary>
public readonly struct QueuedDayResponse(QueuedDay queued, bool withPositions)
{
    public EmployeeId EmployeeId => queued.Below.Person.Id;
    public UnitId UnitId => queued.Below.Person.UnitId;
    public LocalDate Date => queued.Day.Date;
    public RulingNeed? Need => queued.Need;
    public DayStatus Status => queued.Day.Status;
    public string? FirstIn => queued.Day.FirstIn?.Text();
    public string? LastOut => queued.Day.LastOut?.Text();
    public LocalDate Due => queued.Due;
    public bool Overdue => queued.Overdue;
    public EmployeeId? SuperiorId => queued.Below.Superiors.First;
    public EmployeeId? NextSuperiorId => queued.Below.Superiors.Next;
    public IReadOnlyList<DayFindingResponse> Reasons => [.. queued.Day.Findings.Select(DayReasonTexts.Of)];
    public IReadOnlyList<ReceivedResponse> CheckIns => ReceivedResponse.Of(queued.CheckIns, withPositions);
    public DayRulingResponse Ruling => DayRulingResponse.Of(queued.Ruling);
}

public sealed record RulingQueueResponse(IReadOnlyList<QueuedDayResponse> Days)
{
    public static RulingQueueResponse Of(IEnumerable<QueuedDay> days, bool withPositions) =>
        new([.. days.Select(d => new QueuedDayResponse(d, withPositions))]);
}

/// <summary>One day's outcome, in the order of the request: the ruling, or a problem.</summary>
public sealed record DayRulingItemResponse(int Index, int Status, DayRulingResponse? Ruling, ProblemResponse? Problem)
{
    internal static DayRulingItemResponse Of(int index, Result<DayRuling> outcome, bool indonesian)
    {
        if (outcome.TryGet(out var ruling, out var refusal))
        {
            return new DayRulingItemResponse(index, 200, DayRulingResponse.Of(ruling), null);
        }

        var problem = ProblemResponse.Of(refusal, indonesian).Counted(refusal.Code);
        return new DayRulingItemResponse(index, problem.Status, null, problem);
    }
}

public sealed record DayRulingBatchResponse(IReadOnlyList<DayRulingItemResponse> Items)
{
    public static DayRulingBatchResponse Of(IReadOnlyList<Result<DayRuling>> outcomes, bool indonesian) =>
        new([.. outcomes.Select((outcome, i) => DayRulingItemResponse.Of(i, outcome, indonesian))]);
}
