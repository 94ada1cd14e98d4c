using System.Text.RegularExpressions;

namespace Kinerja.Layout.Tests.Bicep;

/// <summary>Who may do what: the app's identity exactly what it needs, and whoever deploys may watch.</summary>
[Collection(nameof(Template))]
public sealed partial class RolesTests(Template template)
{
    private const string AppIdentity = "userAssignedIdentities";

    private static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["69a216fc-b8fb-44d8-bc22-1f3c2cd27a39"] = "Service Bus Data Sender",
        ["4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0"] = "Service Bus Data Receiver",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
    };

    [BicepFact]
    public void The_app_may_do_what_it_needs_and_nothing_else() => Assert.Equal(
        [
            "Key Vault Secrets User on vaults/kv-",
            "Monitoring Metrics Publisher on components/appi-",
            "Service Bus Data Sender on topics/kinerja-events",
            "Storage Blob Data Owner on storageAccounts/sthost",
            "Storage Queue Data Contributor on queues/kinerja-days",
            "Storage Queue Data Contributor on queues/kinerja-days-poison",
            "Storage Queue Data Contributor on queues/kinerja-imports",
            "Storage Queue Data Contributor on queues/kinerja-imports-poison",
            "Storage Queue Data Contributor on queues/kinerja-pulls",
            "Storage Queue Data Contributor on queues/kinerja-pulls-poison",
            "Storage Queue Data Contributor on queues/kinerja-runs",
            "Storage Queue Data Contributor on queues/kinerja-runs-poison",
            "Storage Queue Data Contributor on queues/kinerja-siasn",
            "Storage Queue Data Contributor on queues/kinerja-siasn-poison",
            "Storage Queue Data Contributor on queues/kinerja-surveys",
            "Storage Queue Data Contributor on queues/kinerja-surveys-poison",
            "Storage Queue Data Contributor on queues/kinerja-webhooks",
            "Storage Queue Data Contributor on queues/kinerja-webhooks-poison",
            "Storage Table Data Contributor on storageAccounts/stdata",
        ],
        Of(principal => principal.Contains(AppIdentity, StringComparison.Ordinal)));

    /// <summary>A filtered subscription belongs to its consumer.</summary>
    [BicepFact]
    public void Whoever_deploys_may_read_the_unfiltered_events_and_nothing_else() => Assert.Equal(
        ["Service Bus Data Receiver on subscriptions/all-events"], Of(principal => principal == Template.Reader));

    [BicepFact]
    public void Nobody_else_has_a_role() =>
        Assert.Empty(
            Of(principal => principal != Template.Reader && !principal.Contains(
                AppIdentity, StringComparison.Ordinal)));

    private IEnumerable<string> Of(Func<string, bool> principal) =>
        template.Open.Of("Microsoft.Authorization/roleAssignments")
        .Where(each => principal(each.Text("principalId")!))
        .Select(each => $"{Roles[each.Text("roleDefinitionId")!.Split('/')[^1]]} on {Scope(each)}")
        .Order(StringComparer.Ordinal);

    /// <summary>
    /// The last two parts of the id that the role is bound to, without the part that differs by environment.
    /// </summary>
    private static string Scope(DeployedResource role)
    {
        var id = role.Json.GetProperty("id").GetString()!;
        var scope = id.StartsWith('[')
            ? ScopeOf().Match(id).Groups[1].Value
            : id.Split("/providers/Microsoft.Authorization")[0];
        return Unique().Replace(string.Join('/', scope.Split('/')[^2..]), "");
    }

    [GeneratedRegex(@"^\[extensionResourceId\('([^']+)'")]
    private static partial Regex ScopeOf();

    [GeneratedRegex(@"[a-z0-9]{13}$")]
    private static partial Regex Unique();
}
