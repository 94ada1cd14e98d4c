using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables.Models;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public class TableServiceClient
{
    private const string Scope = "https://storage.azure.com/.default";

    private readonly TableWire _wire = null!; // Null only in a mock that overrides every member.

    protected TableServiceClient()
    {
    }

    public TableServiceClient(string connectionString)
        : this(connectionString, null)
    {
    }

    public TableServiceClient(string connectionString, TableClientOptions? options = null)
    {
        var account = TableAccount.Parse(connectionString);
        _wire = new TableWire(
            account.Endpoint,
            account.Name,
            options ?? new TableClientOptions(),
            new SharedKeyLitePolicy(account.Name, account.Key));
    }

    public TableServiceClient(
        Uri endpoint, TokenCredential tokenCredential, TableClientOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(tokenCredential);
        if (endpoint.Scheme != Uri.UriSchemeHttps)
            throw new ArgumentException($"Cannot use {nameof(TokenCredential)} without HTTPS.", nameof(endpoint));
        _wire = new TableWire(
            endpoint,
            TableAccount.NameIn(endpoint),
            options ?? new TableClientOptions(),
            new BearerTokenAuthenticationPolicy(tokenCredential, Scope));
    }

    public virtual TableClient GetTableClient(string tableName)
    {
        ArgumentException.ThrowIfNullOrEmpty(tableName);
        return new TableClient(_wire, tableName);
    }

    public virtual async Task<Response<TableItem>> CreateTableIfNotExistsAsync(
        string tableName, CancellationToken cancellationToken = default) =>
        await GetTableClient(tableName).CreateIfNotExistsAsync(cancellationToken).ConfigureAwait(false);
}
