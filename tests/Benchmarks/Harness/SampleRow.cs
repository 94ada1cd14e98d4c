using System.Globalization;
using Azure.Data.Tables;

namespace Kinerja.Benchmarks.Harness;

/// <summary>A row of the peer: twelve properties, about 300 bytes of JSON.</summary>
internal static class SampleRow
{
    private static readonly DateTimeOffset At = new(2026, 1, 5, 0, 30, 0, TimeSpan.Zero);

    private static string Key(long number) => number.ToString("D8", CultureInfo.InvariantCulture);

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
}
