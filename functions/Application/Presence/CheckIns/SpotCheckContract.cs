using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>A window in which a proof of presence was asked for, and the check-in that gave it.</summary>
public sealed record SpotCheckResponse(
    string Opens,
    string Closes,
    string Zone,
    string? AnsweredBy,
    string? Placement,
    string Policy,
    string? AskedById,
    string? Words)
{
    public static SpotCheckResponse Of(AskedSpotCheck asked) => new(
        Wall(asked.Window.Opens, asked.Zone),
        Wall(asked.Window.Closes, asked.Zone),
        asked.Zone.Id,
        asked.Answer?.Claim.Id.ToString(),
        asked.Answer is { } answer ? JsonFormat.Name(answer.Verdict.Placement) : null,
        asked.PolicyVersion,
        asked.Proof?.AskedBy.ToString(),
        asked.Proof?.Words);

    private static string Wall(Instant at, DateTimeZone zone) =>
        OffsetDateTimePattern.Rfc3339.Format(at.InZone(zone).ToOffsetDateTime());
}

public sealed record SpotCheckListResponse(IReadOnlyList<SpotCheckResponse> SpotChecks);
