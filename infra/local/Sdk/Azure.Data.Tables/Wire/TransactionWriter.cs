using System.Text;

namespace Azure.Data.Tables.Wire;

/// <summary>Writes an entity group transaction: one multipart body with a complete request for each action.</summary>
internal sealed class TransactionWriter
{
    private readonly TableWire _wire;
    private readonly string _table;
    private readonly string _batch = $"batch_{Guid.NewGuid()}";
    private readonly string _changes = $"changeset_{Guid.NewGuid()}";
    private readonly PooledContent _body;
    private int _count;

    public TransactionWriter(TableWire wire, string table, PooledContent body)
    {
        _wire = wire;
        _table = table;
        _body = body;
        Write($"--{_batch}\r\nContent-Type: multipart/mixed; boundary={_changes}\r\n\r\n");
    }

    public string ContentType => $"multipart/mixed; boundary={_batch}";

    public void Add(TableTransactionAction action)
    {
        Write($"--{_changes}\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n");
        var (method, path) = Target(action);
        Write($"{method} {_wire.Address(path)} HTTP/1.1\r\nAccept: {TableWire.Json}\r\nDataServiceVersion: 3.0\r\n");
        if (Condition(action) is { } condition)
            Write($"If-Match: {condition}\r\n");
        if (action.ActionType == TableTransactionActionType.Delete)
        {
            Write("\r\n");
        }
        else
        {
            Write("Prefer: return-no-content\r\nContent-Type: application/json\r\n\r\n");
            EntityWriter.Write(_body, Entities.Writable(action.Entity));
        }

        Write("\r\n");
        TransactionLimits.EnforceSize(_body.Length, _count++);
    }

    public void Finish() => Write($"--{_changes}--\r\n--{_batch}--\r\n");

    private (string Method, string Path) Target(TableTransactionAction action)
    {
        var path = Keys.Path(_table, action.Entity.PartitionKey, action.Entity.RowKey);
        return action.ActionType switch
        {
            TableTransactionActionType.Add => ("POST", _table),
            TableTransactionActionType.Delete => ("DELETE", path),
            TableTransactionActionType.UpdateMerge or TableTransactionActionType.UpsertMerge => ("PATCH", path),
            TableTransactionActionType.UpdateReplace or TableTransactionActionType.UpsertReplace => ("PUT", path),
            _ => throw new InvalidOperationException($"Unknown action {action.ActionType}."),
        };
    }

    // An update without an ETag is sent without a condition, as the official client does: it then inserts, too.
    private static string? Condition(TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Delete when action.ETag == default => "*",
        TableTransactionActionType.Delete or TableTransactionActionType.UpdateMerge
            or TableTransactionActionType.UpdateReplace when action.ETag != default => action.ETag.ToString(),
        _ => null,
    };

    private void Write(string text)
    {
        var length = Encoding.UTF8.GetBytes(text, _body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length)));
        _body.Advance(length);
    }
}
