using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Kinerja.Benchmarks.Harness;

/// <summary>
/// The row that every side writes: twelve properties, about 300 bytes of JSON. tables-peer.mjs has the same.
/// </summary>
internal static class SampleRow
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 0, 30, 0, TimeSpan.Zero);

    public static string Key(long number) => number.ToString("D8", CultureInfo.InvariantCulture);

    public static TableEntity Entity(string partition, long number) => new(partition, Key(number))
    {
        ["EmployeeId"] = "asn-00012345",
        ["Kind"] = "in",
        ["Placement"] = "inside",
        ["FenceId"] = "kantor-pusat",
        ["FenceVersion"] = 3,
        ["Sequence"] = number,
        ["Latitude"] = -6.9021734,
        ["Longitude"] = 107.6184321,
        ["AccuracyMetres"] = 12.5,
        ["Trusted"] = true,
        ["ReceivedAt"] = At,
        ["Zone"] = "Asia/Jakarta",
    };

    public static ReadOnlyMemory<byte> Json(string partition, long number)
    {
        var bytes = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(bytes);
        json.WriteStartObject();
        json.WriteString("PartitionKey", partition);
        json.WriteString("RowKey", Key(number));
        json.WriteString("EmployeeId", "asn-00012345");
        json.WriteString("Kind", "in");
        json.WriteString("Placement", "inside");
        json.WriteString("FenceId", "kantor-pusat");
        json.WriteNumber("FenceVersion", 3);
        json.WriteString("Sequence@odata.type", "Edm.Int64");
        json.WriteString("Sequence", number.ToString(CultureInfo.InvariantCulture));
        json.WriteNumber("Latitude", -6.9021734);
        json.WriteNumber("Longitude", 107.6184321);
        json.WriteNumber("AccuracyMetres", 12.5);
        json.WriteBoolean("Trusted", true);
        json.WriteString("ReceivedAt@odata.type", "Edm.DateTime");
        json.WriteString("ReceivedAt", At.UtcDateTime);
        json.WriteString("Zone", "Asia/Jakarta");
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenMemory;
    }
}
