using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Tables;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>What is measured of the platform itself.</summary>
internal static class PinnedOperations
{
    internal static IEnumerable<PinnedRow> Rows =>
    [
        PinnedRow.Of(
            TableNames.Operations, "sample", Sample, TableOperationSamples.Write, TableOperationSamples.Read),
        PinnedRow.Of(TableNames.Operations, "outbox", Lag, TableOutboxLags.Write, TableOutboxLags.Read),
        PinnedRow.Of(
            TableNames.Operations, "mark", new PlatformMark("outbox", Some.Morning), PlatformMarkRows.Write,
            PlatformMarkRows.Read),
    ];

    private static OperationSample Sample => new(
        OperationSample.QuarterOf(Some.Morning), [new("kinerja-runs", 12, 1, 95)], 2, 1260, 3,
        [new("tables", 12), new("queues", null)]);

    private static OutboxLag Lag =>
        new(Some.AgencyId, 7, Some.Morning - Duration.FromMinutes(21), Some.Morning);
}
