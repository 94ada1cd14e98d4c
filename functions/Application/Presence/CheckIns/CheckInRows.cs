using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Presence.CheckIns;

/// <summary>
/// A check-in as a row, whole: what was claimed, what was found, and by which versions. Of the actor the app alone, and
/// a proof that is more than its word: agency and person are those of the claim.
/// </summary>
internal static class CheckInRows
{
    internal static TableEntity Write(string partition, string key, CheckIn checkIn)
    {
        var (claim, verdict) = (checkIn.Claim, checkIn.Verdict);
        var row = TableColumns.NewRow(partition, key);
        row["Id"] = claim.Id.ToString();
        row["AgencyId"] = claim.AgencyId.ToString();
        row["EmployeeId"] = claim.EmployeeId.ToString();
        row.PutEnum<CheckInKind>("Kind", claim.Kind);
        row.PutInstant("CapturedAt", claim.CapturedAt);
        if (claim.SentAt is { } sent)
        {
            row.PutInstant("SentAt", sent);
        }

        if (claim.Position is { } position)
        {
            row["Latitude"] = position.LatitudeDegrees;
            row["Longitude"] = position.LongitudeDegrees;
            row["AccuracyMetres"] = position.AccuracyMetres;
        }

        Put(row, "MockLocation", claim.MockLocation);
        row.PutText("Provider", claim.Provider);
        row.PutText("DeviceId", claim.DeviceId);
        row.PutEnum("Attestation", claim.Attestation?.Verdict);
        row.PutText("AttestationSha256", claim.Attestation?.TokenSha256?.ToString());
        row.PutEnum("Network", claim.Network);
        Put(row, "BatteryPercent", claim.BatteryPercent);
        row.PutText("PhotoSha256", claim.PhotoSha256?.ToString());
        row.PutText("AssistedById", claim.AssistedById?.ToString());
        row.PutInstant("ReceivedAt", checkIn.ReceivedAt);
        row.PutText("Client", checkIn.Actor?.Client);
        if (checkIn.Actor is { Proof: not ActorProof.AppWord and var proof })
        {
            row.PutEnum<ActorProof>("Proof", proof);
        }

        row.PutEnum<Placement>("Placement", verdict.Placement);
        row.PutText("FenceId", verdict.FenceId?.ToString());
        Put(row, "FenceVersion", verdict.FenceVersion);
        row.PutEnum("FenceKind", verdict.FenceKind);
        Put(row, "SignedDistanceMetres", verdict.SignedDistanceMetres);
        Put(row, "InsideProbability", verdict.InsideProbability);
        row.PutEnum("Mode", checkIn.Mode);
        row["Zone"] = checkIn.Zone.Id;
        row["WorkDate"] = LocalDatePattern.Iso.Format(checkIn.WorkDate);
        row.PutInstant("TimeThatCounts", checkIn.TimeThatCounts);
        row.PutEnum<TimeSource>("TimeSource", checkIn.TimeSource);
        Put(row, "MovedByTicks", checkIn.MovedBy?.BclCompatibleTicks);
        row["Trust"] = checkIn.Trust;
        row["Reasons"] = string.Join(' ', checkIn.Reasons.Select(JsonFormat.Name));
        row["Policy"] = checkIn.PolicyVersion;
        return row;
    }

    internal static CheckIn Read(TableEntity row)
    {
        var verdict = new FenceVerdict(
            row.Enum<Placement>("Placement"),
            row.GetString("FenceId") is { } fence ? GeofenceId.Parse(fence).Value : null,
            row.GetInt32("FenceVersion"),
            row.EnumOrNull<GeofenceKind>("FenceKind"),
            row.GetDouble("SignedDistanceMetres"),
            row.GetDouble("InsideProbability"));
        var claim = ReadClaim(row);
        return new CheckIn(
            claim,
            row.Instant("ReceivedAt"),
            verdict,
            row.EnumOrNull<WorkMode>("Mode"),
            DateTimeZoneProviders.Tzdb[row.Text("Zone")],
            LocalDatePattern.Iso.Parse(row.Text("WorkDate")).Value,
            row.Instant("TimeThatCounts"),
            row.Enum<TimeSource>("TimeSource"),
            row.Int("Trust"),
            [.. row.Text("Reasons").Split(' ').Select(StoredValues.Enum<CheckInReason>)],
            row.Text("Policy"))
        {
            MovedBy = row.GetInt64("MovedByTicks") is { } ticks ? Duration.FromTicks(ticks) : null,
            Actor = row.GetString("Client") is { } client
                ? new Actor(
                    claim.AgencyId,
                    client,
                    claim.AssistedById ?? claim.EmployeeId,
                    row.EnumOrNull<ActorProof>("Proof") ?? ActorProof.AppWord)
                : null,
        };
    }

    /// <summary>A row that says where the check-in of that key stands.</summary>
    internal static TableEntity Pointer(string partition, string key, string target)
    {
        var row = TableColumns.NewRow(partition, key);
        row["Target"] = target;
        return row;
    }

    internal static string Target(TableEntity pointer) => pointer.Text("Target");

    private static SubmittedCheckIn ReadClaim(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.Enum<CheckInKind>("Kind"),
        row.Instant("CapturedAt"),
        row.ContainsKey("SentAt") ? row.Instant("SentAt") : null,
        row.GetDouble("Latitude") is { } latitude
            ? Position.Parse(latitude, row.GetDouble("Longitude")!.Value, row.GetDouble("AccuracyMetres")!.Value).Value
            : null,
        row.GetBoolean("MockLocation"),
        row.GetString("Provider"),
        row.GetString("DeviceId"))
    {
        Attestation = row.EnumOrNull<AttestationVerdict>("Attestation") is { } verdict
            ? new Attestation(verdict, Hash(row, "AttestationSha256"))
            : null,
        Network = row.EnumOrNull<NetworkKind>("Network"),
        BatteryPercent = row.GetInt32("BatteryPercent"),
        PhotoSha256 = Hash(row, "PhotoSha256"),
        AssistedById = row.GetString("AssistedById") is { } helper ? EmployeeId.Parse(helper).Value : null,
    };

    private static Sha256Hex? Hash(TableEntity row, string column) =>
        row.GetString(column) is { } hex ? Sha256Hex.Parse(hex, "").Value : null;

    private static void Put<T>(TableEntity row, string column, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            row[column] = given;
        }
    }
}
