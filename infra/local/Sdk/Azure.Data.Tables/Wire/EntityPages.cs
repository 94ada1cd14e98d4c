using System.Runtime.CompilerServices;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Follows continuation tokens to the end. A page may be empty and still have a token: the service stops at
/// a time limit or at the border between two of its servers.
/// </summary>
internal sealed class EntityPages<T>(
    Func<string?, int?, CancellationToken, Task<Page<T>>> read, CancellationToken cancellation)
    : AsyncPageable<T>(cancellation)
    where T : notnull
{
    public override IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null) =>
        Follow(continuationToken, pageSizeHint, CancellationToken);

    private async IAsyncEnumerable<Page<T>> Follow(
        string? token, int? size, [EnumeratorCancellation] CancellationToken cancel)
    {
        do
        {
            var page = await read(token, size, cancel).ConfigureAwait(false);
            yield return page;
            token = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(token));
    }
}
