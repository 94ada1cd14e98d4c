using Azure.Core;
using Azure.Messaging.ServiceBus.Rest;

namespace Azure.Messaging.ServiceBus;

/// <summary>The way to one Service Bus namespace. Speaks the service's REST protocol.</summary>
public class ServiceBusClient : IAsyncDisposable
{
    private readonly string _host = "";
    private readonly string? _onlyEntity;
    private readonly Connection? _connection;
    private readonly BearerTokens? _tokens;

    protected ServiceBusClient()
    {
    }

    public ServiceBusClient(string connectionString)
        : this(connectionString, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(string connectionString, ServiceBusClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var parts = ConnectionString.Parse(connectionString);
        _host = parts.Host;
        _onlyEntity = parts.EntityPath;
        ITokens tokens = parts is { KeyName: { } name, Key: { } key }
            ? new SharedKey(parts.Endpoint, name, key, TimeProvider.System)
            : new GivenSignature(parts.Signature ?? "");
        _connection = new Connection(parts.Endpoint, tokens, options.RetryOptions);
    }

    public ServiceBusClient(string fullyQualifiedNamespace, TokenCredential credential)
        : this(fullyQualifiedNamespace, credential, new ServiceBusClientOptions())
    {
    }

    public ServiceBusClient(
        string fullyQualifiedNamespace,
        TokenCredential credential,
        ServiceBusClientOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(fullyQualifiedNamespace);
        ArgumentNullException.ThrowIfNull(credential);
        ArgumentNullException.ThrowIfNull(options);
        if (Uri.CheckHostName(fullyQualifiedNamespace) == UriHostNameType.Unknown)
        {
            throw new ArgumentException(
                "A namespace is a host name such as name.servicebus.windows.net.", nameof(fullyQualifiedNamespace));
        }

        _host = fullyQualifiedNamespace;
        _tokens = new BearerTokens(credential, TimeProvider.System);
        _connection = new Connection(ConnectionString.SecureAddress(_host), _tokens, options.RetryOptions);
    }

    public virtual string FullyQualifiedNamespace => _host;

    public virtual bool IsClosed { get; private set; }

    internal Connection Connection =>
        _connection ?? throw new InvalidOperationException("Made without a connection, for a test.");

    public virtual ServiceBusSender CreateSender(string queueOrTopicName) => new(Open(), queueOrTopicName);

    public virtual ServiceBusReceiver CreateReceiver(string queueName) =>
        CreateReceiver(queueName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string queueName, ServiceBusReceiverOptions options) =>
        new(Open(), Entity.Of(queueName), options ?? new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(string topicName, string subscriptionName) =>
        CreateReceiver(topicName, subscriptionName, new ServiceBusReceiverOptions());

    public virtual ServiceBusReceiver CreateReceiver(
        string topicName,
        string subscriptionName,
        ServiceBusReceiverOptions options) =>
        new(Open(), Entity.Of(topicName, subscriptionName), options ?? new ServiceBusReceiverOptions());

    public virtual ServiceBusProcessor CreateProcessor(string queueName) =>
        CreateProcessor(queueName, new ServiceBusProcessorOptions());

    public virtual ServiceBusProcessor CreateProcessor(string queueName, ServiceBusProcessorOptions options) =>
        new(Open(), Entity.Of(queueName), options ?? new ServiceBusProcessorOptions());

    public virtual ServiceBusProcessor CreateProcessor(string topicName, string subscriptionName) =>
        CreateProcessor(topicName, subscriptionName, new ServiceBusProcessorOptions());

    public virtual ServiceBusProcessor CreateProcessor(
        string topicName,
        string subscriptionName,
        ServiceBusProcessorOptions options) =>
        new(Open(), Entity.Of(topicName, subscriptionName), options ?? new ServiceBusProcessorOptions());

    public virtual ValueTask DisposeAsync()
    {
        IsClosed = true;
        _tokens?.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    /// <summary>A connection string that names an entity is good for that one only.</summary>
    internal void RefuseOtherEntity(string name)
    {
        if (_onlyEntity is not null && !string.Equals(_onlyEntity, name, StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"The connection string is for the entity {_onlyEntity}, not for {name}.");
        }
    }

    private ServiceBusClient Open()
    {
        ObjectDisposedException.ThrowIf(IsClosed, this);
        return this;
    }
}
