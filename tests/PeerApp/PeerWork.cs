using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
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

    public static async Task InsertAsync(HttpContext context, TableServiceClient tables)
    {
        var body = await context.Request.ReadFromJsonAsync(PeerJson.Default.PeerCheckIn);
        await tables.GetTableClient(Table).AddEntityAsync(Row(body!), context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(body!, PeerJson.Default.PeerCheckIn);
    }

    /// <summary>As many columns and about as many bytes as the app's own row.</summary>
    private static TableEntity Row(PeerCheckIn body) =>
        new($"{body.AgencyId}_202601_0000", $"05_{body.EmployeeId}_{body.Id}")
        {
            ["Layout"] = 1,
            ["Id"] = body.Id,
            ["AgencyId"] = body.AgencyId,
            ["EmployeeId"] = body.EmployeeId,
            ["Kind"] = body.Kind,
            ["CapturedAt"] = body.CapturedAt.UtcTicks,
            ["SentAt"] = body.SentAt.UtcTicks,
            ["Latitude"] = body.Position.Latitude,
            ["Longitude"] = body.Position.Longitude,
            ["AccuracyMetres"] = body.Position.AccuracyMetres,
            ["MockLocation"] = body.MockLocation,
            ["Provider"] = body.Provider,
            ["DeviceId"] = body.DeviceId,
            ["ReceivedAt"] = DateTimeOffset.UtcNow.UtcTicks,
            ["Placement"] = "inside",
            ["FenceId"] = "kantor-0",
            ["FenceVersion"] = 1,
            ["FenceKind"] = "office",
            ["SignedDistanceMetres"] = -47.26184,
            ["InsideProbability"] = 0.99999871,
            ["Mode"] = "office",
            ["Zone"] = "Asia/Jakarta",
            ["WorkDate"] = "2026-01-05",
            ["TimeThatCounts"] = body.CapturedAt.UtcTicks,
            ["TimeSource"] = "device",
            ["Trust"] = 100,
            ["Reasons"] = "insideFence",
            ["Policy"] = "check-in-2026.1",
        };
}
