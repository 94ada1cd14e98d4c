using Kinerja.Domain.Presence.Attendance;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Attendance;

/// <summary>A calendar or hours of Ramadan that nobody has given; units only where their own hours lack them.</summary>
public sealed record TimeGapResponse(string What, string From, string To, IReadOnlyList<string>? UnitIds)
{
    /// <summary>Null where nothing is missing.</summary>
    internal static IReadOnlyList<TimeGapResponse>? Of(IReadOnlyList<TimeGap> gaps) => gaps.Count == 0
        ? null
        : [.. gaps.Select(gap => new TimeGapResponse(
            JsonFormat.Name(gap.Kind),
            LocalDatePattern.Iso.Format(gap.From),
            LocalDatePattern.Iso.Format(gap.To),
            gap.Units.Count > 0 ? [.. gap.Units.Select(unit => unit.ToString())] : null))];
}
