using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Messaging.ServiceBus;
using Azure.Messaging.ServiceBus.Rest;

namespace Kinerja.Local.Tests.BusClient.Wire;

public sealed class TokenTests
{
    private static readonly Uri Endpoint = new("https://kinerja.servicebus.windows.net");
    private static readonly DateTimeOffset Start = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    [Fact]
    public async Task A_signature_is_over_the_escaped_address_and_the_expiry()
    {
        var clock = new SettableClock(Start);
        var key = new SharedKey(Endpoint, "Root Key", "c2VjcmV0+/=", clock);

        var token = await key.AuthorizationAsync("Kinerja-Events", default);

        const string Resource = "https%3A%2F%2Fkinerja.servicebus.windows.net%2Fkinerja-events";
        const string Expiry = "1767227400";
        var signature = HMACSHA256.HashData(
            Encoding.UTF8.GetBytes("c2VjcmV0+/="), Encoding.UTF8.GetBytes(Resource + "\n" + Expiry));
        Assert.Equal(
            $"SharedAccessSignature sr={Resource}&sig={WebUtility.UrlEncode(Convert.ToBase64String(signature))}" +
            $"&se={Expiry}&skn=Root%20Key",
            token);
    }

    [Fact]
    public async Task A_signature_is_made_once_and_again_before_it_ends()
    {
        var clock = new SettableClock(Start);
        var key = new SharedKey(Endpoint, "k", "s", clock);
        var first = await key.AuthorizationAsync("q", default);

        clock.Now = Start.AddMinutes(24);
        Assert.Same(first, await key.AuthorizationAsync("q", default));
        Assert.NotEqual(first, await key.AuthorizationAsync("other", default));

        clock.Now = Start.AddMinutes(25);
        Assert.NotEqual(first, await key.AuthorizationAsync("q", default));
    }

    [Fact]
    public async Task A_credential_is_asked_for_the_service_bus_scope_and_again_before_the_end()
    {
        var clock = new SettableClock(Start);
        var credential = new CountingCredential(clock);
        using var tokens = new BearerTokens(credential, clock);

        Assert.Equal("Bearer token-1", await tokens.AuthorizationAsync("q", default));
        clock.Now = Start.AddMinutes(54);
        Assert.Equal("Bearer token-1", await tokens.AuthorizationAsync("q", default));
        clock.Now = Start.AddMinutes(55);
        Assert.Equal("Bearer token-2", await tokens.AuthorizationAsync("q", default));
        Assert.Equal(["https://servicebus.azure.net/.default"], credential.Scopes);
    }

    [Fact]
    public async Task A_subscription_is_signed_for_with_its_topic()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = service.Client();

        await client.CreateReceiver("Topic", "sub").ReceiveMessageAsync(TimeSpan.FromMilliseconds(1));

        var resource = WebUtility.UrlEncode($"http://127.0.0.1:{service.Port}/topic").ToUpperInvariant();
        Assert.StartsWith(
            $"SHAREDACCESSSIGNATURE SR={resource}&SIG=",
            service.Requests[0].Headers["Authorization"].ToUpperInvariant(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_given_signature_is_passed_on()
    {
        await using var service = await FakeBus.StartAsync();
        await using var client = new ServiceBusClient(
            $"Endpoint=sb://127.0.0.1:{service.Port};SharedAccessSignature=SharedAccessSignature sr=x&sig=y;" +
            "UseDevelopmentEmulator=true");

        await client.CreateSender("q").SendMessageAsync(new ServiceBusMessage("x"));

        Assert.Equal("SharedAccessSignature sr=x&sig=y", service.Requests[0].Headers["Authorization"]);
    }

    private sealed class SettableClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class CountingCredential(TimeProvider clock) : TokenCredential
    {
        private int _count;

        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken($"token-{++_count}", clock.GetUtcNow().AddHours(1));
        }

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
