using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;

namespace Kinerja.PeerApp;

internal sealed record PeerPosition(double Latitude, double Longitude, double AccuracyMetres);

/// <summary>The body of a check-in, read and written by generated code and looked at by nobody.</summary>
internal sealed record PeerCheckIn(
    string Id,
    string AgencyId,
    string EmployeeId,
    string Kind,
    DateTimeOffset CapturedAt,
    DateTimeOffset SentAt,
    PeerPosition Position,
    bool MockLocation,
    string Provider,
    string DeviceId);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(PeerCheckIn))]
internal sealed partial class PeerJson : JsonSerializerContext;

/// <summary>
/// What the peers do with a body: give it back, or insert a row like a check-in's first. No token, no rule.
/// </summary>
internal static class PeerWork
{
    public const string Table = "PeerCheckIns";

    public static async Task EchoAsync(HttpContext context)
    {
        var body = await context.Request.ReadFromJsonAsync(PeerJson.Default.PeerCheckIn);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(body!, PeerJson.Default.PeerCheckIn);
    }

    public static async Task InsertAsync(HttpContext context, RawTables tables)
    {
        var body = await context.Request.ReadFromJsonAsync(PeerJson.Default.PeerCheckIn);
        await tables.InsertAsync(Table, Row(body!));
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(body!, PeerJson.Default.PeerCheckIn);
    }

    /// <summary>As many columns and about as many bytes as the app's own row.</summary>
    private static ReadOnlyMemory<byte> Row(PeerCheckIn body)
    {
        var bytes = new ArrayBufferWriter<byte>(1024);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("PartitionKey", $"{body.AgencyId}_202601_0000");
        json.WriteString("RowKey", $"05_{body.EmployeeId}_{body.Id}");
        json.WriteNumber("Layout", 1);
        json.WriteString("Id", body.Id);
        json.WriteString("AgencyId", body.AgencyId);
        json.WriteString("EmployeeId", body.EmployeeId);
        json.WriteString("Kind", body.Kind);
        WriteTime(json, "CapturedAt", body.CapturedAt);
        WriteTime(json, "SentAt", body.SentAt);
        json.WriteNumber("Latitude", body.Position.Latitude);
        json.WriteNumber("Longitude", body.Position.Longitude);
        json.WriteNumber("AccuracyMetres", body.Position.AccuracyMetres);
        json.WriteBoolean("MockLocation", body.MockLocation);
        json.WriteString("Provider", body.Provider);
        json.WriteString("DeviceId", body.DeviceId);
        WriteTime(json, "ReceivedAt", DateTimeOffset.UtcNow);
        json.WriteString("Placement", "inside");
        json.WriteString("FenceId", "kantor-0");
        json.WriteNumber("FenceVersion", 1);
        json.WriteString("FenceKind", "office");
        json.WriteNumber("SignedDistanceMetres", -47.26184);
        json.WriteNumber("InsideProbability", 0.99999871);
        json.WriteString("Mode", "office");
        json.WriteString("Zone", "Asia/Jakarta");
        json.WriteString("WorkDate", "2026-01-05");
        WriteTime(json, "TimeThatCounts", body.CapturedAt);
        json.WriteString("TimeSource", "device");
        json.WriteNumber("Trust", 100);
        json.WriteString("Reasons", "insideFence");
        json.WriteString("Policy", "check-in-2026.1");
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }

    private static void WriteTime(Utf8JsonWriter json, string name, DateTimeOffset value)
    {
        json.WriteString($"{name}@odata.type", "Edm.Int64");
        json.WriteString(name, value.UtcTicks.ToString(CultureInfo.InvariantCulture));
    }
}
