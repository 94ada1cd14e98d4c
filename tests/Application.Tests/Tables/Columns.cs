using Azure.Data.Tables;

namespace Kinerja.Application.Tests.Tables;

/// <summary>What the table service allows of a row: 252 properties of its own, 64 KiB each, 1 MiB together.</summary>
internal static class Columns
{
    private static readonly string[] Keys = ["PartitionKey", "RowKey", "Timestamp", "odata.etag"];

    internal static TableEntity WithinLimits(TableEntity row)
    {
        var own = row.Where(c => !Keys.Contains(c.Key)).ToList();
        Assert.InRange(own.Count, 1, 252);
        Assert.All(own, c => Assert.True(SizeOf(c.Value) <= 64 * 1024, $"{c.Key} has {SizeOf(c.Value)} bytes"));
        Assert.InRange(own.Sum(c => 12 + (2 * c.Key.Length) + SizeOf(c.Value)), 1, (1024 * 1024) - 2048);
        Assert.All(new[] { row.PartitionKey, row.RowKey }, key =>
        {
            Assert.InRange(key.Length, 1, 512);
            Assert.DoesNotContain(key, c => c is '/' or '\\' or '#' or '?' || char.IsControl(c));
        });
        Assert.Equal(1, row.GetInt32("Layout"));
        return row;
    }

    /// <summary>Text counts two bytes a character, as the service stores it.</summary>
    private static int SizeOf(object? value) => value switch
    {
        string text => 2 * text.Length,
        byte[] bytes => bytes.Length,
        _ => 8,
    };
}
