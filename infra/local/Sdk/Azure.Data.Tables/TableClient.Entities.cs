using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    public virtual async Task<Response> AddEntityAsync<T>(T entity, CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        using var message = _wire.Message(RequestMethod.Post, Name, Body(entity));
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await _wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status is 201 or 204 ? response : throw new RequestFailedException(response);
    }

    public virtual async Task<Response<T>> GetEntityAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync<T>(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);
        return response.Status == 200 ? Value<T>(response) : throw new RequestFailedException(response);
    }

    public virtual async Task<NullableResponse<T>> GetEntityIfExistsAsync<T>(
        string partitionKey,
        string rowKey,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        var response = await ReadAsync<T>(partitionKey, rowKey, select, cancellationToken).ConfigureAwait(false);
        return response.Status switch
        {
            200 => Value<T>(response),
            404 => new NoEntity<T>(response),
            _ => throw new RequestFailedException(response),
        };
    }

    public virtual async Task<Response> UpdateEntityAsync<T>(
        T entity,
        ETag ifMatch,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity
    {
        if (ifMatch == default)
            throw new ArgumentException("An update needs an ETag; ETag.All overwrites any state.", nameof(ifMatch));
        return await WriteAsync(entity, ifMatch, mode, cancellationToken).ConfigureAwait(false);
    }

    public virtual async Task<Response> UpsertEntityAsync<T>(
        T entity,
        TableUpdateMode mode = TableUpdateMode.Merge,
        CancellationToken cancellationToken = default)
        where T : ITableEntity =>
        await WriteAsync(entity, default, mode, cancellationToken).ConfigureAwait(false);

    public virtual async Task<Response> DeleteEntityAsync(
        string partitionKey,
        string rowKey,
        ETag ifMatch = default,
        CancellationToken cancellationToken = default)
    {
        using var message = _wire.Message(RequestMethod.Delete, Path(partitionKey, rowKey));
        message.Request.Headers.SetValue("If-Match", ifMatch == default ? "*" : ifMatch.ToString());
        var response = await _wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
        // An entity that is gone is what the caller wanted.
        return response.Status is 204 or 404 ? response : throw new RequestFailedException(response);
    }

    public virtual async Task<Response> DeleteEntityAsync(
        ITableEntity entity, ETag ifMatch = default, CancellationToken cancellationToken = default)
    {
        Keys.Required(entity);
        return await DeleteEntityAsync(entity.PartitionKey, entity.RowKey, ifMatch, cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task<Response> WriteAsync<T>(
        T entity, ETag ifMatch, TableUpdateMode mode, CancellationToken cancellation)
        where T : ITableEntity
    {
        var body = Body(entity);
        using var message = _wire.Message(MethodOf(mode), Path(entity.PartitionKey, entity.RowKey), body);
        if (ifMatch != default)
            message.Request.Headers.SetValue("If-Match", ifMatch.ToString());
        var response = await _wire.SendAsync(message, cancellation).ConfigureAwait(false);
        return response.Status == 204 ? response : throw new RequestFailedException(response);
    }

    private async Task<Response> ReadAsync<T>(
        string partitionKey, string rowKey, IEnumerable<string>? select, CancellationToken cancellation)
    {
        Entities.MustBeReadable<T>();
        using var message = _wire.Message(RequestMethod.Get, Path(partitionKey, rowKey));
        if (select is not null)
            message.Request.Uri.AppendQuery("$select", Uri.EscapeDataString(string.Join(',', select)), false);
        return await _wire.SendAsync(message, cancellation).ConfigureAwait(false);
    }

    private string Path(string partitionKey, string rowKey)
    {
        ArgumentNullException.ThrowIfNull(partitionKey);
        ArgumentNullException.ThrowIfNull(rowKey);
        return EntityLimits.CheckKeys(partitionKey, rowKey) is { } refusal
            ? throw refusal.ToException()
            : Keys.Path(Name, partitionKey, rowKey);
    }

    private static PooledContent Body(ITableEntity entity)
    {
        var writable = Entities.Writable(Keys.Required(entity));
        if (EntityLimits.Check(writable) is { } refusal)
            throw refusal.ToException();
        var body = new PooledContent();
        EntityWriter.Write(body, writable);
        return body;
    }

    private static RequestMethod MethodOf(TableUpdateMode mode) => mode switch
    {
        TableUpdateMode.Merge => RequestMethod.Patch,
        TableUpdateMode.Replace => RequestMethod.Put,
        _ => throw new ArgumentException($"Unexpected value for mode: {mode}", nameof(mode)),
    };

    private static Response<T> Value<T>(Response response)
        where T : class =>
        Response.FromValue((T)(object)EntityReader.ReadOne(response.Content.ToMemory().Span), response);
}
