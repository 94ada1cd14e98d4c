using System.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker.Runtime;

internal sealed class CurrentTrace(string parent, string state) : TraceContext
{
    public override string TraceParent { get; } = parent;

    public override string TraceState { get; } = state;

    public static CurrentTrace Read(HttpContext? http)
    {
        if (Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } id } activity)
        {
            return new CurrentTrace(id, activity.TraceStateString ?? "");
        }

        var headers = http?.Request.Headers;
        return new CurrentTrace(headers?.TraceParent.ToString() ?? "", headers?.TraceState.ToString() ?? "");
    }
}

/// <summary>Which attempt of a run this is.</summary>
internal sealed class Attempt(int retryCount, int maxRetryCount) : RetryContext
{
    public static readonly Attempt Only = new(0, 0);

    public override int RetryCount { get; } = retryCount;

    public override int MaxRetryCount { get; } = maxRetryCount;
}
