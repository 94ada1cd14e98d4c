using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>An event that waits in a table beside the row that it tells of.</summary>
internal static class Unsent
{
    private static OutgoingEvent Event { get; } = new(
        "menpanrb_ev-1", "id.kinerja.ev.v1", Some.AgencyId, AppraisalPeriod.OfYear(2026), Some.Morning,
            """{"a":1}"""u8.ToArray())
    {
        Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        Seal = "kepala.isi.tanda",
    };

    /// <summary>The log of what was sent.</summary>
    internal static IReadOnlyList<PinnedRow> Log { get; } =
    [
        PinnedRow.Of(
            TableNames.Events, "event", Event with { Number = 107 },
            one => EventRows.Write(Some.AgencyId.ToString(), one), EventRows.Read) with { IsVerbatim = true },
        PinnedRow.Of(
            TableNames.Events, "number of an id", 107L,
            number => EventRows.WriteId(Some.AgencyId.ToString(), Event with { Number = number }), EventRows.NumberOf),
        PinnedRow.Of(
            TableNames.Events, "last number", 107L,
            number => EventRows.WriteLast(Some.AgencyId.ToString(), number), EventRows.NumberOf),
    ];

    internal static PinnedRow Of(string table) => PinnedRow.Of(
        table, "unsent event", Event, news => OutboxRows.Write(Some.AgencyId.ToString(), news), OutboxRows.Read) with
    { IsVerbatim = true };
}
