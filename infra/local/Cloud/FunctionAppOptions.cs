using Kinerja.Host;
using Kinerja.Local.Issuer;

namespace Kinerja.Local.Cloud;

/// <summary>What the function app is started with on one machine.</summary>
public sealed record FunctionAppOptions(
    string StorageConnection,
    string BusConnection,
    Uri IssuerMetadata,
    string Issuer,
    string Audience,
    string StateFolder)
{
    /// <summary>0 takes a free port.</summary>
    public int Port { get; init; }

    /// <summary>The app's clock when it runs in this process; the machine's by default.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>
    /// The app's clock when it runs in a process of its own: a file that a <see cref="ReplayClock"/> writes.
    /// </summary>
    public string? ClockFile { get; init; }

    /// <summary>PEM of the key that signs receipts.</summary>
    public string ReceiptKey { get; init; } = DevelopmentSecrets.ReceiptKey(StateFolder);

    /// <summary>Empty switches the reference console off.</summary>
    public string ConsoleClientId { get; init; } = DevelopmentIssuer.ConsoleClient;

    public string SpotCheckSalt { get; init; } = DevelopmentSecrets.SpotCheckSalt(StateFolder);

    public string NipLookupKey { get; init; } = DevelopmentSecrets.NipLookupKey(StateFolder);

    public string SealKeys { get; init; } = DevelopmentSecrets.SealKeys(StateFolder);

    /// <summary>Opens the host's admin addresses.</summary>
    public string MasterKey { get; init; } = DevelopmentSecrets.MasterKey(StateFolder);

    /// <summary>Other settings, spelt as the shell spells them.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Every setting as the app reads it; a worker in a process of its own gets them as its environment.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment() => new Dictionary<string, string>(Settings)
    {
        [SettingNames.Tables] = StorageConnection,
        [SettingNames.Queues] = StorageConnection,
        [SettingNames.Bus] = BusConnection,
        [SettingNames.AuthMetadataAddress] = IssuerMetadata.AbsoluteUri,
        [SettingNames.AuthIssuer] = Issuer,
        [SettingNames.AuthAudience] = Audience,
        [SettingNames.ConsoleClientId] = ConsoleClientId,
        [SettingNames.ReceiptsSigningKey] = ReceiptKey,
        [SettingNames.SpotChecksSalt] = SpotCheckSalt,
        [SettingNames.NipLookupKey] = NipLookupKey,
        [SettingNames.SealKeys] = SealKeys,
        [SettingNames.WebhooksAllowLocal] = "true",
        [SettingNames.DisableHomepage] = "true",
    };
}
