using System.Text.Json;
using System.Text.RegularExpressions;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.FirstSecrets;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>The way of the secrets: made before the first deployment, kept in the vault, read by the app.</summary>
[Collection(nameof(Template))]
public sealed partial class SecretsTests(Template template)
{
    [BicepFact]
    public void The_settings_that_hold_a_secret_refer_to_one_that_the_template_puts_into_the_vault()
    {
        var referred = template.Open.Settings.Where(
            setting => setting.Value.Contains("@Microsoft.KeyVault", StringComparison.Ordinal))
            .ToDictionary(setting => setting.Key, setting => Referred().Match(setting.Value).Groups[1].Value);
        Assert.Equal(
            ["KinerjaNip__LookupKey", "KinerjaReceipts__SigningKey", "KinerjaSeal__Keys", "KinerjaSpotChecks__Salt"],
            referred.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(referred.Values.Order(StringComparer.Ordinal),
            template.Open.NamesOf("Microsoft.KeyVault/vaults/secrets").Order(StringComparer.Ordinal));
    }

    /// <summary>
    /// A second deployment, from another machine even, must not take the key away from the receipts it has signed.
    /// </summary>
    [BicepFact]
    public void A_secret_that_the_vault_has_is_never_overwritten()
    {
        var secrets = Resources(Nested(template.Arm, "vault"))
            .Where(each => IsOfType(each, "Microsoft.KeyVault/vaults/secrets")).ToList();
        Assert.Equal(4, secrets.Count);
        Assert.All(secrets, each => Assert.True(
            each.TryGetProperty("@options", out var options) && options.TryGetProperty("onlyIfNotExists", out _)));
    }

    /// <summary>
    /// The app reads its settings once, when it starts: whatever gives it a role or a secret comes first.
    /// </summary>
    [BicepFact]
    public void The_app_is_made_after_every_role_and_every_secret()
    {
        var before = Before("app").ToHashSet(StringComparer.Ordinal);
        var needed = template.Arm.GetProperty("resources").EnumerateObject().Where(module => module.Name != "app"
            && Deep(module.Value).Any(each => IsOfType(each, "Microsoft.Authorization/roleAssignments")
                || IsOfType(each, "Microsoft.KeyVault/vaults/secrets"))).Select(module => module.Name).ToList();
        Assert.Contains("vault", needed);
        Assert.Empty(needed.Except(before));
    }

    [BicepFact]
    public void The_key_in_the_vault_is_one_that_the_app_can_sign_with()
    {
        var pem = template.Open.Of("Microsoft.KeyVault/vaults/secrets")
            .Single(each => each.OwnName == "receipts-signing-key").Text("value")!;
        var made = VaultSecrets.Missing(_ => null)[VaultSecrets.SigningKey];
        using var key = ReceiptKey.FromPem(
            Format().Match(pem).Groups[1].Value.Replace("{0}", made, StringComparison.Ordinal));
        Assert.Equal("P-256", key.Public.Crv);
    }

    [Fact]
    public void The_salt_that_is_made_is_long_enough_for_the_draw() =>
        Assert.Equal(64, SpotCheckSalt.From(VaultSecrets.Missing(_ => null)[VaultSecrets.Salt]).Bytes.Length);

    [Fact]
    public void The_keys_that_are_made_are_ones_that_the_app_takes()
    {
        var made = VaultSecrets.Missing(_ => null);
        Assert.NotNull(NipLookupKey.From(made[VaultSecrets.NipLookupKey]));
        Assert.NotNull(ColumnSeal.From(made[VaultSecrets.SealKeys]));
        Assert.NotEqual(made[VaultSecrets.NipLookupKey], made[VaultSecrets.SealKeys]);
    }

    [Fact]
    public void A_value_that_somebody_set_before_is_kept()
    {
        var made = VaultSecrets.Missing(name => name == VaultSecrets.Salt ? "set by hand before" : null);
        Assert.Equal([VaultSecrets.SigningKey, VaultSecrets.NipLookupKey, VaultSecrets.SealKeys], made.Keys);
    }

    [Fact]
    public void After_a_deployment_nothing_is_made_again_and_no_value_stays_behind()
    {
        var after = VaultSecrets.Forgotten();
        Assert.Empty(VaultSecrets.Missing(after.GetValueOrDefault));
        Assert.Equal(["", "", "", "", "true"], after.Values.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_deployment_runs_the_maker_before_and_the_forgetter_after()
    {
        var hooks = Hook().Matches(Repository.Read("azure.yaml"))
            .Select(match => match.Groups["when"].Value + " " + match.Groups["what"].Value);
        Assert.Equal(["pre make", "post forget"], hooks);
    }

    private IEnumerable<string> Before(string resource)
    {
        var json = template.Arm.GetProperty("resources").GetProperty(resource);
        var direct = json.TryGetProperty("dependsOn", out var names)
            ? names.EnumerateArray().Select(name => name.GetString()!).ToList()
            : [];
        return direct.Concat(direct.SelectMany(Before));
    }

    private static JsonElement Nested(JsonElement template, string module) =>
        template.GetProperty("resources").GetProperty(module).GetProperty("properties").GetProperty("template");

    /// <summary>By symbolic name where the module has types of its own, else a plain list.</summary>
    private static IEnumerable<JsonElement> Resources(JsonElement template) =>
        template.GetProperty("resources") is { ValueKind: JsonValueKind.Object } named
            ? named.EnumerateObject().Select(each => each.Value)
            : template.GetProperty("resources").EnumerateArray();

    private static IEnumerable<JsonElement> Deep(JsonElement resource) =>
        resource.TryGetProperty(
            "properties", out var properties) && properties.TryGetProperty("template", out var nested)
            ? Resources(nested).SelectMany(each => Deep(each).Prepend(each))
            : [];

    private static bool IsOfType(JsonElement resource, string type) => resource.GetProperty("type").GetString() == type;

    [GeneratedRegex(@"'([a-z-]+)'\)\)\]$")]
    private static partial Regex Referred();

    [GeneratedRegex(@"^\[format\('([^']+)'")]
    private static partial Regex Format();

    [GeneratedRegex(
        @"(?<when>pre|post)provision:\s+posix:\s+shell: sh\s+run: (?<run>dotnet run --project infra/azure/FirstSecrets -- (?<what>\w+))\s+windows:\s+shell: pwsh\s+run: \k<run>\s")]
    private static partial Regex Hook();
}
