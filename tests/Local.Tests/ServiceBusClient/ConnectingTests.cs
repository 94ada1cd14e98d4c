using Azure.Core;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.BusClient;

public sealed class ConnectingTests
{
    private const string Key = "SharedAccessKeyName=Root;SharedAccessKey=c2VjcmV0";

    [Fact]
    public async Task The_namespace_is_the_host_of_the_endpoint()
    {
        await using var client = new ServiceBusClient($"Endpoint=sb://kinerja.servicebus.windows.net/;{Key}");

        Assert.Equal("kinerja.servicebus.windows.net", client.FullyQualifiedNamespace);
        Assert.Equal("t/Subscriptions/s", client.CreateReceiver("t", "s").EntityPath);
        Assert.Equal("q", client.CreateSender("q").EntityPath);
    }

    [Theory]
    [InlineData("")]
    [InlineData(Key)]
    [InlineData("Endpoint=sb://kinerja.servicebus.windows.net/")]
    [InlineData("Endpoint=sb://kinerja.servicebus.windows.net/;SharedAccessKeyName=Root")]
    [InlineData("Endpoint=sb://x/;SharedAccessSignature=s;" + Key)]
    public void A_connection_string_without_its_parts_is_refused(string text) =>
        Assert.ThrowsAny<ArgumentException>(() => new ServiceBusClient(text));

    [Theory]
    [InlineData("nonsense")]
    [InlineData("Endpoint=http://;" + Key)]
    public void A_connection_string_of_another_form_is_refused(string text) =>
        Assert.Throws<FormatException>(() => new ServiceBusClient(text));

    [Fact]
    public async Task A_connection_string_for_one_entity_opens_no_other()
    {
        await using var client = new ServiceBusClient($"Endpoint=sb://x/;EntityPath=kinerja-runs;{Key}");

        Assert.Equal("kinerja-runs", client.CreateSender("kinerja-runs").EntityPath);
        Assert.Throws<ArgumentException>(() => client.CreateSender("kinerja-events"));
        Assert.Throws<ArgumentException>(() => client.CreateReceiver("kinerja-events", "all"));
    }

    [Fact]
    public void A_namespace_is_a_host_name() =>
        Assert.Throws<ArgumentException>(() => new ServiceBusClient("https://kinerja/", new NoCredential()));

    [Fact]
    public async Task A_credential_opens_a_namespace()
    {
        await using var client = new ServiceBusClient("kinerja.servicebus.windows.net", new NoCredential());

        Assert.Equal("kinerja.servicebus.windows.net", client.FullyQualifiedNamespace);
    }

    [Fact]
    public void Retries_are_three_from_point_eight_seconds_up_to_a_minute()
    {
        var options = new ServiceBusClientOptions().RetryOptions;

        Assert.Equal(3, options.MaxRetries);
        Assert.Equal(TimeSpan.FromSeconds(0.8), options.Delay);
        Assert.Equal(TimeSpan.FromMinutes(1), options.MaxDelay);
        Assert.Equal(TimeSpan.FromMinutes(1), options.TryTimeout);
        Assert.Equal(ServiceBusRetryMode.Exponential, options.Mode);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.MaxRetries = 101);
        Assert.Throws<ArgumentOutOfRangeException>(() => options.Delay = TimeSpan.Zero);
    }

    private sealed class NoCredential : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            default;

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken) => default;
    }
}
