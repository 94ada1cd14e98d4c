using System.Diagnostics;
using System.Diagnostics.Metrics;
using Kinerja.Domain.Presence.CheckIns;

namespace Kinerja.Application.Telemetry;

/// <summary>Check-ins by what became of them; never by whose they are or where.</summary>
internal static class CheckInMetrics
{
    private static readonly Counter<long> Recordings = Instrumentation.Meter.CreateCounter<long>(
        "kinerja.checkin.recorded", "{check_in}",
        "Check-ins that were answered with a verdict, by placement and mode of work.");

    internal static void Recorded(CheckIn checkIn, bool replayed)
    {
        if (!Recordings.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { "kinerja.checkin.placement", JsonFormat.Name(checkIn.Verdict.Placement) },
            { "kinerja.checkin.replayed", replayed },
        };
        if (checkIn.Mode is { } mode)
        {
            tags.Add("kinerja.checkin.work_mode", JsonFormat.Name(mode));
        }

        Recordings.Add(1, tags);
    }
}
