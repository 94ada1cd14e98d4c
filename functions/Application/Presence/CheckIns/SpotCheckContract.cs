using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>A window in which a proof of presence was asked for, and the check-in that gave it.</summary>
public readonly struct SpotCheckResponse(AskedSpotCheck asked)
{
    public string Opens => asked.Window.Opens.TextIn(asked.Zone);
    public string Closes => asked.Window.Closes.TextIn(asked.Zone);
    public string Zone => asked.Zone.Id;
    public ClientId? AnsweredBy => asked.Answer?.Claim.Id;
    public Placement? Placement => asked.Answer?.Verdict.Placement;
    public string Policy => asked.PolicyVersion;
    public EmployeeId? AskedById => asked.Proof?.AskedBy;
    public string? Words => asked.Proof?.Words;

    public static SpotCheckResponse Of(AskedSpotCheck asked) => new(asked);
}

public sealed record SpotCheckListResponse(IReadOnlyList<SpotCheckResponse> SpotChecks);
