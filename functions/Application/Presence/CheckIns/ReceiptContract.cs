using System.Text.Json.Serialization;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>A public key as RFC 7517 writes it.</summary>
public sealed record JwkResponse(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid);

public sealed record JwksResponse(IReadOnlyList<JwkResponse> Keys);

/// <summary>
/// What a receipt says, as the answer says it. Registered claims by their short names: issuer, subject (surrogate id),
/// id, seconds of receipt.
/// </summary>
public readonly struct ReceiptClaims(CheckIn checkIn)
{
    private CheckInResponse Answer => CheckInResponse.Of(checkIn, replayed: false);

    [JsonPropertyName("iss")]
    public string Issuer => CompactJws.Issuer;

    [JsonPropertyName("sub")]
    public EmployeeId Subject => checkIn.Claim.EmployeeId;

    [JsonPropertyName("jti")]
    public ClientId Id => checkIn.Claim.Id;

    [JsonPropertyName("iat")]
    public long IssuedAt => checkIn.ReceivedAt.ToUnixTimeSeconds();
    public AgencyId Agency => checkIn.Claim.AgencyId;
    public CheckInKind Kind => checkIn.Claim.Kind;
    public Instant CapturedAt => checkIn.Claim.CapturedAt;
    public Instant ReceivedAt => checkIn.ReceivedAt;
    public string TimeThatCounts => Answer.TimeThatCounts;
    public TimeSource TimeSource => checkIn.TimeSource;
    public double? MovedBySeconds => Answer.MovedBySeconds;
    public LocalDate WorkDate => checkIn.WorkDate;
    public string Zone => checkIn.Zone.Id;
    public Placement Placement => checkIn.Verdict.Placement;
    public FenceResponse? Fence => Answer.Fence;
    public WorkMode? WorkMode => checkIn.Mode;
    public EmployeeId? AssistedById => checkIn.Claim.AssistedById;
    public string Policy => checkIn.PolicyVersion;
}
