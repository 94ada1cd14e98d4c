using Microsoft.AspNetCore.Http;

namespace Kinerja.Host.Http;

/// <summary>
/// Work that takes long stops when the host calls the invocation off, and when the caller's connection ends.
/// </summary>
internal static class CallerGone
{
    /// <summary>Either of the two; the caller of this disposes of it.</summary>
    internal static CancellationTokenSource StopWithCaller(this HttpRequest request, CancellationToken cancel) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancel, request.HttpContext.RequestAborted);
}
