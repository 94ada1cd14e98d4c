namespace Azure.Data.Tables.Wire;

/// <summary>The limits of an entity group transaction.</summary>
internal static class TransactionLimits
{
    public const int MaxBytes = 4 * 1024 * 1024;
    private const int MaxActions = 100;

    public static void Enforce(IReadOnlyList<TableTransactionAction> actions)
    {
        if (actions.Count > MaxActions)
        {
            throw new Refusal(
                "InvalidInput",
                $"The batch request operation exceeds the maximum {MaxActions} changes per change set.")
                .ToException(MaxActions - 1); // The index that the service itself gives.
        }

        var rows = new HashSet<string>(actions.Count, StringComparer.Ordinal);
        var partition = actions[0].Entity.PartitionKey;
        for (var index = 0; index < actions.Count; index++)
        {
            if (Check(actions[index], partition, rows) is { } refusal)
                throw refusal.ToException(index);
        }
    }

    public static void EnforceSize(int bytes, int index)
    {
        if (bytes > MaxBytes)
        {
            throw new Refusal(
                "ContentLengthExceeded", "The content length of the transaction exceeds the limit (4 MiB).")
                .ToException(index);
        }
    }

    private static Refusal? Check(TableTransactionAction action, string partition, HashSet<string> rows)
    {
        var entity = Keys.Required(action.Entity);
        if (!string.Equals(entity.PartitionKey, partition, StringComparison.Ordinal))
        {
            return new Refusal(
                "CommandsInBatchActOnDifferentPartitions",
                "All commands in a batch must operate on same entity group.");
        }

        if (!rows.Add(entity.RowKey))
        {
            return new Refusal(
                "InvalidDuplicateRow",
                "The batch request contains multiple changes with same row key. "
                + "An entity can appear only once in a batch request.");
        }

        return action.ActionType == TableTransactionActionType.Delete
            ? EntityLimits.CheckKeys(entity.PartitionKey, entity.RowKey)
            : EntityLimits.Check(Entities.Writable(entity));
    }
}
