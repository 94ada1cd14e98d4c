using System.Net;

namespace Azure.Messaging.ServiceBus.Rest;

/// <summary>Sends calls to one namespace: signs, tries again, and turns failures into exceptions.</summary>
internal sealed class Connection(Uri endpoint, ITokens tokens, ServiceBusRetryOptions retry)
{
    // One pool of connections for the process. No trace header is added: the service would take it for a property.
    private static readonly HttpMessageInvoker Http = new(new SocketsHttpHandler
    {
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        ConnectTimeout = TimeSpan.FromSeconds(15),
        UseCookies = false,
        AllowAutoRedirect = false,
        ActivityHeadersPropagator = null,
    });

    public TimeSpan TryTimeout => retry.TryTimeout;

    public async Task<HttpResponseMessage> SendAsync(Call call, CancellationToken cancellationToken)
    {
        for (var retries = 0; ; retries++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            TimeSpan? askedDelay = null;
            try
            {
                var answer = await TryAsync(call, cancellationToken).ConfigureAwait(false);
                if (answer.IsSuccessStatusCode)
                {
                    return answer;
                }

                using (answer)
                {
                    askedDelay = answer.Headers.RetryAfter?.Delta;
                    var text = await answer.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
                    throw Failures.Of(answer.StatusCode, text.Trim(), call);
                }
            }
            catch (ServiceBusException failure) when (failure.IsTransient && retries < retry.MaxRetries)
            {
                await Task.Delay(Delay(retries, askedDelay), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task<HttpResponseMessage> TryAsync(Call call, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(call.Wait + retry.TryTimeout);
        using var request = new HttpRequestMessage(call.Method, new Uri(endpoint, call.Entity.Address(call.Rest)))
        {
            Version = HttpVersion.Version11,
        };
        call.Fill?.Invoke(request);
        try
        {
            var authorization = await tokens.AuthorizationAsync(call.Entity.Root, timeout.Token).ConfigureAwait(false);
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
            var answer = await Http.SendAsync(request, timeout.Token).ConfigureAwait(false);
            await answer.Content.LoadIntoBufferAsync(timeout.Token).ConfigureAwait(false);
            return answer;
        }
        catch (HttpRequestException failure)
        {
            throw Failures.Unreached(failure, call);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failures.TimedOut(failure, call);
        }
    }

    // A little chance keeps many clients that failed together from coming back together.
    private TimeSpan Delay(int retries, TimeSpan? asked)
    {
        if (asked is { } delay)
        {
            return delay < retry.MaxDelay ? delay : retry.MaxDelay;
        }

        var factor = retry.Mode == ServiceBusRetryMode.Exponential ? Math.Pow(2, retries) : 1;
        var seconds = retry.Delay.TotalSeconds * factor * (1 + (Random.Shared.NextDouble() * 0.08));
        return TimeSpan.FromSeconds(Math.Min(seconds, retry.MaxDelay.TotalSeconds));
    }
}
