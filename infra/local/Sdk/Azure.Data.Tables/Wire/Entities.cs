namespace Azure.Data.Tables.Wire;

/// <summary>This stand-in maps no classes: entities are dictionaries.</summary>
internal static class Entities
{
    public static TableEntity Writable(ITableEntity entity) =>
        entity as TableEntity ?? throw Unsupported(entity.GetType());

    public static void MustBeReadable<T>()
    {
        if (typeof(T) != typeof(TableEntity))
            throw Unsupported(typeof(T));
    }

    private static NotSupportedException Unsupported(Type type) =>
        new($"Entities of type {type} need the official Azure.Data.Tables package; "
            + "its local stand-in reads and writes TableEntity only.");
}
