using System.Text.Json;
using System.Text.Json.Serialization;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>WGS 84 degrees; accuracy in metres is the radius that holds the true place with 68%.</summary>
public sealed record PositionRequest(double? Latitude, double? Longitude, double? AccuracyMetres)
{
    internal static PositionRequest? Of(Position? fix) =>
        fix is { } known ? new(known.LatitudeDegrees, known.LongitudeDegrees, known.AccuracyMetres) : null;
}

/// <summary>What the phone's integrity service said, and the SHA-256 of the token that it said it with.</summary>
public sealed record AttestationRequest(string? Verdict, string? TokenSha256);

/// <summary>The person stands in it by surrogate id or by NIP, one of the two.</summary>
public sealed record CheckInRequest(
    string? Id,
    string? AgencyId,
    string? EmployeeId,
    string? Nip,
    string? Kind,
    string? CapturedAt,
    string? SentAt,
    PositionRequest? Position,
    bool? MockLocation,
    string? Provider,
    string? DeviceId,
    AttestationRequest? Attestation,
    string? Network,
    int? BatteryPercent,
    string? PhotoSha256,
    string? AssistedById)
{
    public Result<CheckInCommand> Read(string prefix = "")
    {
        var fields = new FieldReader(prefix);
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var agency = fields.Take("agencyId", p => Domain.AgencyId.Parse(AgencyId, p));
        var (employee, nip) = ReadPerson(fields);
        var kind = fields.Enum<CheckInKind>("kind", Kind);
        var captured = fields.Time("capturedAt", CapturedAt);
        var sent = SentAt is null ? null : fields.Time("sentAt", SentAt);
        var position = Position is null ? null : ReadPosition(fields, Position);
        var provider = fields.OptionalText("provider", Provider, 40);
        var device = fields.OptionalText("deviceId", DeviceId, 100);
        var attestation = Attestation is null ? null : ReadAttestation(fields, Attestation);
        var network = fields.OptionalEnum<NetworkKind>("network", Network);
        var photo = fields.Optional("photoSha256", PhotoSha256, Sha256Hex.Parse);
        var helper = fields.Optional("assistedById", AssistedById, Domain.EmployeeId.Parse);
        if (BatteryPercent is < 0 or > 100)
        {
            fields.Add("batteryPercent", "A whole number from 0 to 100 is expected.");
        }

        return fields.Finish(() => new CheckInCommand(
            new SubmittedCheckIn(
                id!.Value,
                agency!.Value,
                employee.GetValueOrDefault(),
                kind!.Value,
                captured!.Value,
                sent,
                position,
                MockLocation,
                provider,
                device)
            {
                Attestation = attestation,
                Network = network,
                BatteryPercent = BatteryPercent,
                PhotoSha256 = photo,
                AssistedById = helper,
            },
            nip));
    }

    private (EmployeeId? Employee, Nip? Nip) ReadPerson(FieldReader fields)
    {
        if (Nip is null)
        {
            return (fields.Take("employeeId", p => Domain.EmployeeId.Parse(EmployeeId, p)), null);
        }

        if (EmployeeId is not null)
        {
            fields.Add("nip", "Either employeeId or nip is expected, not both.");
            return default;
        }

        return (null, fields.Take("nip", p => Domain.Workforce.Nip.Parse(Nip, p)));
    }

    private static Attestation? ReadAttestation(FieldReader fields, AttestationRequest body)
    {
        var verdict = fields.Enum<AttestationVerdict>("attestation/verdict", body.Verdict);
        var token = fields.Optional("attestation/tokenSha256", body.TokenSha256, Sha256Hex.Parse);
        return verdict is { } read ? new Attestation(read, token) : null;
    }

    internal static Position? ReadPosition(FieldReader fields, PositionRequest body)
    {
        var latitude = fields.Required("position/latitude", body.Latitude);
        var longitude = fields.Required("position/longitude", body.Longitude);
        var accuracy = fields.Required("position/accuracyMetres", body.AccuracyMetres);
        return latitude is null || longitude is null || accuracy is null
            ? null
            : fields.Take(
                "position", p => Domain.Geofencing.Position.Parse(latitude.Value, longitude.Value, accuracy.Value, p));
    }
}

/// <summary>Items stay raw, so that one bad item spoils nothing but itself.</summary>
public sealed record CheckInBatchRequest(
    [property: JsonConverter(typeof(RawItems))] IReadOnlyList<JsonElement>? CheckIns);
