using Kinerja.Application.Events;
using Kinerja.Domain;
using Kinerja.Domain.Runs;
using NodaTime;

namespace Kinerja.Application.Queues;

/// <summary>
/// From where on a figure is no longer usual. No rule gives one: a message waits less than a quarter of an hour, events
/// no longer than two rounds of their timer, and a store answers within a second.
/// </summary>
public sealed record OperationLimitsResponse(int OldestSeconds, int UnsentSeconds, int Milliseconds)
{
    public static OperationLimitsResponse Usual { get; } = new(900, 1200, 1000);
}

public sealed record OutboxHourResponse(int Agencies, long OldestSeconds);

public sealed record StoreHourResponse(string Store, int? Milliseconds, int Failures);

/// <summary>The worst of the hour's samples; of an hour without one there is nothing but its beginning.</summary>
public readonly struct OperationHourResponse(OperationHour hour)
{
    public Instant From => hour.From;
    public int Samples => hour.Samples.Count;
    public IReadOnlyList<QueueSample> Queues => [.. hour.Queues];
    public OutboxHourResponse? Outbox => Samples == 0
        ? null
        : new(hour.Samples.Max(one => one.UnsentAgencies), hour.Samples.Max(one => one.UnsentSeconds));
    public int? StalledRuns => Samples == 0 ? null : hour.Samples.Max(one => one.StalledRuns);
    public IReadOnlyList<StoreHourResponse> Stores => [.. hour.Stores.Select(
        one => new StoreHourResponse(one.Store, one.Slowest, one.Failures))];
}

public sealed record OperationHourListResponse(
    OperationLimitsResponse Limits, IReadOnlyList<OperationHourResponse> Hours)
{
    public static OperationHourListResponse Of(IReadOnlyList<OperationHour> hours) =>
        new(OperationLimitsResponse.Usual, [.. hours.Select(one => new OperationHourResponse(one))]);
}

public sealed record OutboxResponse(Instant? LookedAt, IReadOnlyList<OutboxLag> Agencies)
{
    public static OutboxResponse Of(OutboxState state) => new(state.LookedAt, state.Late.Items);
}

public readonly struct StalledRunResponse(EvaluationRun run)
{
    public AgencyId AgencyId => run.AgencyId;
    public AppraisalPeriod Period => run.Period;
    public int Revision => run.Revision;
    public RunState State => run.State;
    public int Attempt => run.Attempt;
    public Instant StalledSince => run.ProgressAt;
}

public sealed record StalledRunListResponse(IReadOnlyList<StalledRunResponse> Runs)
{
    public static StalledRunListResponse Of(IReadOnlyList<EvaluationRun> runs) =>
        new([.. runs.Select(run => new StalledRunResponse(run))]);
}

public sealed record StoreListResponse(IReadOnlyList<StoreProbe> Stores);
