using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>Keys, passwords and networks: what is shut always, and what a parameter shuts.</summary>
[Collection(nameof(Template))]
public sealed class ClosedDoorsTests(Template template)
{
    [BicepFact]
    public void No_key_opens_a_store_and_nothing_is_sent_in_clear()
    {
        Assert.All(template.Open.Of("Microsoft.Storage/storageAccounts"), account => Assert.Equal(
            ("False", "False", "TLS1_2", "True"),
            (
                account.Text("allowSharedKeyAccess"),
                account.Text("allowBlobPublicAccess"),
                account.Text("minimumTlsVersion"),
                account.Text("supportsHttpsTrafficOnly"))));
        var bus = template.Open.Of("Microsoft.ServiceBus/namespaces").Single();
        Assert.Equal(("True", "1.2"), (bus.Text("disableLocalAuth"), bus.Text("minimumTlsVersion")));
        Assert.Equal("True", template.Open.Of("Microsoft.Insights/components").Single().Text("DisableLocalAuth"));
    }

    [BicepFact]
    public void The_vault_goes_by_roles_keeps_what_is_deleted_and_says_who_read_what()
    {
        var vault = template.Open.Of("Microsoft.KeyVault/vaults").Single();
        Assert.Equal(("True", "True"), (vault.Text("enableRbacAuthorization"), vault.Text("enablePurgeProtection")));
        Assert.Equal("audit", template.Open.Of("Microsoft.Insights/diagnosticSettings").Single()
            .At("logs")[0].GetProperty("categoryGroup").GetString());
    }

    [BicepFact]
    public void No_password_deploys_to_the_app_and_its_own_home_page_is_off()
    {
        Assert.Equal(
            ["ftp=False", "scm=False"], template.Open.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies")
            .Select(door => $"{door.OwnName}={door.Text("allow")}").Order(StringComparer.Ordinal));
        Assert.Equal("Disabled", template.Open.App.Text("siteConfig", "ftpsState"));
        Assert.Equal("True", template.Open.App.Text("httpsOnly"));
        Assert.Equal(
            "true", template.Open.Settings.Single(setting => setting.Key == "AzureWebJobsDisableHomepage").Value);
    }

    [BicepFact]
    public void Stores_and_vault_are_public_unless_the_parameter_closes_them()
    {
        Assert.Equal(["Enabled", "Enabled", "Enabled", "Enabled"], Access(template.Open));
        Assert.Equal(["Disabled", "Disabled", "Disabled", "Disabled"], Access(template.Closed));
    }

    /// <summary>What the public network does not reach, the app must reach otherwise.</summary>
    [BicepFact]
    public void A_closed_environment_has_an_endpoint_for_every_service_that_the_app_calls()
    {
        Assert.Equal(["kv vault", "sb namespace", "stdata queue", "stdata table", "sthost blob"], template.Closed
            .Of("Microsoft.Network/privateEndpoints")
            .Select(each => each.At("privateLinkServiceConnections")[0].GetProperty("properties"))
            .Select(
                each =>
                    $"{each.GetProperty("privateLinkServiceId").GetString()!.Split('/')[^1][..^13].TrimEnd('-')} {each.GetProperty("groupIds")[0]}")
            .Order(StringComparer.Ordinal));
        Assert.EndsWith("/subnets/app", template.Closed.App.Text("virtualNetworkSubnetId"), StringComparison.Ordinal);
        Assert.False(template.Open.Has("Microsoft.Network/privateEndpoints"));
    }

    private static IEnumerable<string?> Access(Deployment deployment) =>
        new[] { "Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.ServiceBus/namespaces" }
            .SelectMany(deployment.Of).Select(each => each.Text("publicNetworkAccess"));
}
