using System.Globalization;
using Azure.Core;
using Azure.Data.Tables.Wire;

namespace Azure.Data.Tables;

public partial class TableClient
{
    private const int MaxPageSize = 1000;

    public virtual AsyncPageable<T> QueryAsync<T>(
        string? filter = null,
        int? maxPerPage = null,
        IEnumerable<string>? select = null,
        CancellationToken cancellationToken = default)
        where T : class, ITableEntity
    {
        Entities.MustBeReadable<T>();
        var columns = select is null ? null : string.Join(',', select);
        return new EntityPages<T>(
            (from, size, cancellation) => PageAsync<T>(filter, size ?? maxPerPage, columns, from, cancellation),
            cancellationToken);
    }

    private async Task<Page<T>> PageAsync<T>(
        string? filter, int? size, string? columns, string? from, CancellationToken cancellation)
    {
        if (size is < 1 or > MaxPageSize)
        {
            throw new Refusal("InvalidInput", $"A page holds 1 to {MaxPageSize} entities, not {size}.")
                .ToException();
        }

        using var message = _wire.Message(RequestMethod.Get, $"{Name}()");
        var uri = message.Request.Uri;
        if (size is { } top)
            uri.AppendQuery("$top", top.ToString(CultureInfo.InvariantCulture), false);
        Append(uri, "$select", columns);
        Append(uri, "$filter", filter);
        if (from is not null)
            ContinuationToken.Append(uri, from);
        var response = await _wire.SendAsync(message, cancellation).ConfigureAwait(false);
        if (response.Status != 200)
            throw new RequestFailedException(response);
        // T is TableEntity: QueryAsync refused everything else.
        var entities = (IReadOnlyList<T>)(object)EntityReader.ReadPage(response.Content.ToMemory().Span);
        return Page<T>.FromValues(entities, ContinuationToken.In(response), response);
    }

    private static void Append(RequestUriBuilder uri, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            uri.AppendQuery(name, Uri.EscapeDataString(value), false);
    }
}
