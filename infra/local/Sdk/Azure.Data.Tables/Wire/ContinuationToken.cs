using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>Where the next page starts: both keys in one text, with a space that neither can contain.</summary>
internal static class ContinuationToken
{
    private const string Header = "x-ms-continuation-Next";

    public static string? In(Response response)
    {
        var hasPartition = response.Headers.TryGetValue(Header + ColumnNames.PartitionKey, out var partition);
        var hasRow = response.Headers.TryGetValue(Header + ColumnNames.RowKey, out var row);
        return hasPartition || hasRow ? $"{partition} {row}" : null;
    }

    public static void Append(RequestUriBuilder uri, string token)
    {
        var parts = token.Split(' ', 2);
        Append(uri, "NextPartitionKey", parts[0]);
        // The service may leave the row out: the next page then starts with the partition's first one.
        Append(uri, "NextRowKey", parts.Length > 1 ? parts[1] : "");
    }

    private static void Append(RequestUriBuilder uri, string name, string value)
    {
        if (value.Length > 0)
            uri.AppendQuery(name, Uri.EscapeDataString(value), false);
    }
}
