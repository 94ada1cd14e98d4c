using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A calendar or hours of Ramadan that nobody has given; units only where their own hours lack them.</summary>
public sealed record TimeGapResponse(TimeGapKind What, LocalDate From, LocalDate To, IReadOnlyList<UnitId>? UnitIds)
{
    /// <summary>Null where nothing is missing.</summary>
    internal static IReadOnlyList<TimeGapResponse>? Of(IReadOnlyList<TimeGap> gaps) => gaps.Count == 0
        ? null
        : [.. gaps.Select(gap => new TimeGapResponse(
            gap.Kind, gap.From, gap.To, gap.Units.Count > 0 ? gap.Units : null))];
}
