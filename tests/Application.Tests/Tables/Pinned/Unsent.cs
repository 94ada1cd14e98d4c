using Kinerja.Application.Events;
using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Tests.Tables.Pinned;

/// <summary>An event that waits in a table beside the row that it tells of.</summary>
internal static class Unsent
{
    internal static PinnedRow Of(string table) => PinnedRow.Of(
        table, "unsent event",
        new OutgoingEvent("menpanrb_ev-1", "id.kinerja.ev.v1", Some.AgencyId, AppraisalPeriod.OfYear(2026), Some.Morning, """{"a":1}"""u8.ToArray())
        {
            Traceparent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        },
        news => OutboxRows.Write(Some.AgencyId.ToString(), news), OutboxRows.Read) with
    { IsVerbatim = true };
}
