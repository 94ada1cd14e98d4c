namespace Kinerja.Host;

/// <summary>
/// Every app setting the host reads, spelt as Azure and the shell spell it. <c>infra/azure</c> sets
/// exactly these, and a test keeps the two in step. Configuration knows <c>__</c> as <c>:</c>.
/// </summary>
internal static class SettingNames
{
    // Connections. Each is a connection string (local) or, with the suffixed settings, an identity (Azure).

    /// <summary>Tables: connection string, local only; prefix of the settings below. No default.</summary>
    public const string Tables = "KinerjaTables";

    /// <summary>Tables: endpoint, https://account.table.core.windows.net. No default.</summary>
    public const string TablesServiceUri = "KinerjaTables__serviceUri";

    /// <summary>Tables: kind of credential, <c>managedidentity</c>. No default.</summary>
    public const string TablesCredential = "KinerjaTables__credential";

    /// <summary>Tables: client id (UUID) of the user-assigned identity. No default.</summary>
    public const string TablesClientId = "KinerjaTables__clientId";

    /// <summary>Storage queues: connection string, local only; prefix of the settings below. No default.</summary>
    public const string Queues = "KinerjaQueues";

    /// <summary>Storage queues: endpoint, https://account.queue.core.windows.net. No default.</summary>
    public const string QueuesServiceUri = "KinerjaQueues__queueServiceUri";

    /// <summary>Storage queues: kind of credential, <c>managedidentity</c>. No default.</summary>
    public const string QueuesCredential = "KinerjaQueues__credential";

    /// <summary>Storage queues: client id (UUID) of the user-assigned identity. No default.</summary>
    public const string QueuesClientId = "KinerjaQueues__clientId";

    /// <summary>Service Bus: connection string, local only; prefix of the settings below. No default.</summary>
    public const string Bus = "KinerjaBus";

    /// <summary>Service Bus: host name, namespace.servicebus.windows.net. No default.</summary>
    public const string BusNamespace = "KinerjaBus__fullyQualifiedNamespace";

    /// <summary>Service Bus: kind of credential, <c>managedidentity</c>. No default.</summary>
    public const string BusCredential = "KinerjaBus__credential";

    /// <summary>Service Bus: client id (UUID) of the user-assigned identity. No default.</summary>
    public const string BusClientId = "KinerjaBus__clientId";

    // Who may call.

    /// <summary>OpenID Connect metadata document of the token issuer: absolute URL. No default.</summary>
    public const string AuthMetadataAddress = "KinerjaAuth__MetadataAddress";

    /// <summary>The <c>iss</c> a token must carry, character for character. No default.</summary>
    public const string AuthIssuer = "KinerjaAuth__Issuer";

    /// <summary>The <c>aud</c> a token must carry. No default.</summary>
    public const string AuthAudience = "KinerjaAuth__Audience";

    /// <summary>
    /// The claim that names the person who signed in, by the surrogate id; tokens without it are apps'. Default person.
    /// </summary>
    public const string AuthPersonClaim = "KinerjaAuth__PersonClaim";

    // The reference console.

    /// <summary>
    /// The client id under which the issuer knows the console. Default: none, and then no page is served.
    /// </summary>
    public const string ConsoleClientId = "KinerjaConsole__ClientId";

    // Proof and draw.

    /// <summary>
    /// The key that signs receipts: PEM of a private key on P-256; on Azure from a key vault. No default.
    /// </summary>
    public const string ReceiptsSigningKey = "KinerjaReceipts__SigningKey";

    /// <summary>Public keys of receipts signed in former days: PEMs one after the other. Default: none.</summary>
    public const string ReceiptsRetiredKeys = "KinerjaReceipts__RetiredKeys";

    /// <summary>
    /// Secret that makes the draw of spot checks unpredictable: 16 characters or more; on Azure from a key vault. No
    /// default.
    /// </summary>
    public const string SpotChecksSalt = "KinerjaSpotChecks__Salt";

    // What a copy of the tables must not give away.

    /// <summary>
    /// The key of the hashes by which people are found by NIP: 64 hexadecimal digits; on Azure from a key vault. Under
    /// another key nobody is found. No default.
    /// </summary>
    public const string NipLookupKey = "KinerjaNip__LookupKey";

    /// <summary>
    /// Keys that seal NIPs and other secrets in rows: 64 hexadecimal digits each, with spaces between; the first seals,
    /// all open; on Azure from a key vault. No default.
    /// </summary>
    public const string SealKeys = "KinerjaSeal__Keys";

    // Webhooks.

    /// <summary>
    /// Whether agencies' addresses may be http and lead into this machine's own network: <c>true</c> or <c>false</c>.
    /// For one machine only. Default false.
    /// </summary>
    public const string WebhooksAllowLocal = "KinerjaWebhooks__AllowLocal";

    // Runs.

    /// <summary>People a run puts into one queue message: a count above zero. Default 500.</summary>
    public const string RunsShardSize = "KinerjaRuns__ShardSize";

    /// <summary>Days a run waits after its period ends, for late facts: whole days from zero. Default 7.</summary>
    public const string RunsGraceDays = "KinerjaRuns__GraceDays";

    // Platform: read by the Functions host and the telemetry exporter, not by our code.

    /// <summary>Host storage (timers, deployment): kind of credential, <c>managedidentity</c>. No default.</summary>
    public const string HostStorageCredential = "AzureWebJobsStorage__credential";

    /// <summary>Host storage: client id (UUID) of the user-assigned identity. No default.</summary>
    public const string HostStorageClientId = "AzureWebJobsStorage__clientId";

    /// <summary>Host storage: endpoint, https://account.blob.core.windows.net. No default.</summary>
    public const string HostStorageBlobServiceUri = "AzureWebJobsStorage__blobServiceUri";

    /// <summary>
    /// Whether the host answers <c>GET /</c> with a page of its own: <c>true</c> turns it off. Default: it does.
    /// </summary>
    public const string DisableHomepage = "AzureWebJobsDisableHomepage";

    /// <summary>Telemetry: connection string; names the resource, holds no secret. Absent: no export.</summary>
    public const string TelemetryConnectionString = "APPLICATIONINSIGHTS_CONNECTION_STRING";

    /// <summary>Telemetry: <c>Authorization=AAD;ClientId=</c> and the identity's client id. No default.</summary>
    public const string TelemetryAuthentication = "APPLICATIONINSIGHTS_AUTHENTICATION_STRING";

    /// <summary>The name under which <c>IConfiguration</c> holds a setting.</summary>
    public static string InConfiguration(string name) => name.Replace("__", ":", StringComparison.Ordinal);
}
