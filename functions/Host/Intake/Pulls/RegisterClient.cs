using System.Net.Http.Headers;
using Kinerja.Application.Intake.Pulls;
using Kinerja.Application.Webhooks;
using Kinerja.Host.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;

namespace Kinerja.Host.Intake.Pulls;

/// <summary>Reads a page from an agency's own system: bounded bytes in bounded time, and no redirect.</summary>
internal sealed class RegisterClient(HttpClient http) : IRegisterServer
{
    /// <summary>For the headers and the body, with all retries.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<RegisterPage> GetAsync(RegisterCall call, CancellationToken cancel)
    {
        using var giveUp = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        giveUp.CancelAfter(Patience);
        using var request = new HttpRequestMessage(HttpMethod.Get, call.Url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", call.Token);
        request.Headers.Accept.ParseAdd("application/json");
        if (call.KnownTag is { } known)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, giveUp.Token);
        var body = answer.StatusCode == System.Net.HttpStatusCode.OK
            ? await OutsideBody.ReadAsync(answer.Content, IRegisterServer.MostBytes, giveUp.Token)
            : null;
        return new((int)answer.StatusCode, answer.Headers.ETag?.ToString(), body);
    }
}

internal static class RegisterClientServices
{
    /// <summary>
    /// Somebody else's server, which may be slow with a long list: with time-outs, a few retries (429 after the time
    /// that it names) and a circuit breaker of its own. After that the queue tries again.
    /// </summary>
    internal static IServiceCollection AddRegisterClient(this IServiceCollection services)
    {
        services.AddHttpClient<IRegisterServer, RegisterClient>()
            .ConfigurePrimaryHttpMessageHandler(
                provider => OutsideHandler.Create(provider.GetRequiredService<WebhookSettings>()))
            .AddStandardResilienceHandler(options =>
            {
                options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(30);
                options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(60);
                options.TotalRequestTimeout.Timeout = RegisterClient.Patience;
            })
            .SelectPipelineByAuthority();
        return services;
    }
}
