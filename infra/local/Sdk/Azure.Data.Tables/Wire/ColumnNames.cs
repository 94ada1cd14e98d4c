namespace Azure.Data.Tables.Wire;

/// <summary>The columns that every entity has and that do not count as its own.</summary>
internal static class ColumnNames
{
    public const string PartitionKey = "PartitionKey";
    public const string RowKey = "RowKey";
    public const string Timestamp = "Timestamp";
    public const string ETag = "odata.etag";
    public const string AnnotationPrefix = "odata.";
    public const string TypeSuffix = "@odata.type";
}
