using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private readonly TableWire _wire = null!; // Null only in a mock that overrides every member.

    protected TableClient()
    {
        Name = "";
        Uri = new Uri("about:blank");
    }

    internal TableClient(TableWire wire, string tableName)
    {
        _wire = wire;
        Name = tableName;
        Uri = new Uri(wire.Address(tableName));
    }

    public virtual string AccountName => _wire.AccountName;

    public virtual string Name { get; }

    public virtual Uri Uri { get; }

    public virtual async Task<Response<TableItem>> CreateIfNotExistsAsync(
        CancellationToken cancellationToken = default)
    {
        var body = new PooledContent();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("TableName", Name);
            json.WriteEndObject();
        }

        using var message = _wire.Message(RequestMethod.Post, "Tables", body);
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        var response = await _wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
        if (response.Status is 201 or 204)
            return Response.FromValue(new TableItem(Name), response);
        var failure = new RequestFailedException(response);
        // Another 409 says that the table is still being deleted: that one is the caller's to know.
        return response.Status == 409 && failure.ErrorCode == "TableAlreadyExists"
            ? Response.FromValue(new TableItem(Name), response)
            : throw failure;
    }

    public virtual async Task<Response> DeleteAsync(CancellationToken cancellationToken = default)
    {
        using var message = _wire.Message(RequestMethod.Delete, $"Tables('{Name}')");
        var response = await _wire.SendAsync(message, cancellationToken).ConfigureAwait(false);
        return response.Status is 204 or 404 ? response : throw new RequestFailedException(response);
    }

    /// <summary>Values are quoted and escaped, so that no value can become a part of the filter.</summary>
    public static string CreateQueryFilter(FormattableString filter) => FilterText.From(filter);
}
