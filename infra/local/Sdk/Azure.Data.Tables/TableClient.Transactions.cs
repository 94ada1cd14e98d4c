using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        IReadOnlyList<TableTransactionAction> actions = [.. transactionActions];
        if (actions.Count == 0)
            throw new InvalidOperationException("A transaction needs at least one action.");
        TransactionLimits.Enforce(actions);
        var body = new PooledContent();
        var writer = new TransactionWriter(_wire, Name, body);
        foreach (var action in actions)
            writer.Add(action);
        writer.Finish();
        using var message = _wire.Message(RequestMethod.Post, "$batch", body, writer.ContentType);
        var response = await _wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status != 202)
            throw new TableTransactionFailedException(new RequestFailedException(response));
        return Response.FromValue(TransactionReader.Read(response, actions.Count), response);
    }
}
