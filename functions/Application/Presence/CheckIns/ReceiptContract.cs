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
/// What a receipt says. Registered claims by their short names: issuer, subject (surrogate id), id, seconds of receipt.
/// </summary>
public sealed record ReceiptClaims(
    [property: JsonPropertyName("iss")] string Issuer,
    [property: JsonPropertyName("sub")] EmployeeId Subject,
    [property: JsonPropertyName("jti")] ClientId Id,
    [property: JsonPropertyName("iat")] long IssuedAt,
    AgencyId Agency,
    CheckInKind Kind,
    Instant CapturedAt,
    Instant ReceivedAt,
    string TimeThatCounts,
    TimeSource TimeSource,
    double? MovedBySeconds,
    LocalDate WorkDate,
    string Zone,
    Placement Placement,
    FenceResponse? Fence,
    WorkMode? WorkMode,
    EmployeeId? AssistedById,
    string Policy)
{
    public const string IssuerName = "urn:kinerja";

    internal static ReceiptClaims Of(CheckIn checkIn)
    {
        var answer = CheckInResponse.Of(checkIn, replayed: false);
        return new ReceiptClaims(
            IssuerName,
            answer.EmployeeId,
            answer.Id,
            checkIn.ReceivedAt.ToUnixTimeSeconds(),
            checkIn.Claim.AgencyId,
            answer.Kind,
            checkIn.Claim.CapturedAt,
            answer.ReceivedAt,
            answer.TimeThatCounts,
            answer.TimeSource,
            answer.MovedBySeconds,
            answer.WorkDate,
            answer.Zone,
            answer.Placement,
            answer.Fence,
            answer.WorkMode,
            answer.AssistedById,
            answer.Policy);
    }
}
