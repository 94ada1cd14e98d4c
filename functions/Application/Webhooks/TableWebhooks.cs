using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Webhooks;

/// <summary>One row an agency; its keys are sealed.</summary>
public sealed class TableWebhooks(TableStore store, ColumnSeal seal) : IWebhooks
{
    private const string Table = TableNames.Webhooks;

    public async Task<Webhook?> FindAsync(AgencyId agency, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), WebhookRows.Key, cancel) is { } row
            ? WebhookRows.Open(WebhookRows.Read(row), seal)
            : null;

    public Task PutAsync(Webhook webhook, CancellationToken cancel) =>
        store.PutAsync(Table, WebhookRows.Write(WebhookRows.Sealed(webhook, seal)), cancel);

    public Task RemoveAsync(AgencyId agency, CancellationToken cancel) =>
        store.RemoveAsync(Table, agency.ToString(), WebhookRows.Key, cancel);
}

/// <summary>A webhook whose keys' secrets are sealed.</summary>
internal sealed record SealedWebhook(Webhook Webhook);

internal static class WebhookRows
{
    internal const string Key = "webhook";

    internal static SealedWebhook Sealed(Webhook open, ColumnSeal seal)
    {
        WebhookKey Closed(WebhookKey key) => key with { Secret = seal.Seal(Place(open.AgencyId, key.Id), key.Secret) };
        return new(open with { Key = Closed(open.Key), Former = open.Former is { } former ? Closed(former) : null });
    }

    internal static Webhook Open(SealedWebhook closed, ColumnSeal seal)
    {
        WebhookKey Opened(WebhookKey key) =>
            key with { Secret = seal.Open(Place(closed.Webhook.AgencyId, key.Id), key.Secret) };
        return closed.Webhook with
        {
            Key = Opened(closed.Webhook.Key),
            Former = closed.Webhook.Former is { } former ? Opened(former) : null,
        };
    }

    internal static TableEntity Write(SealedWebhook closed)
    {
        var webhook = closed.Webhook;
        var row = TableColumns.NewRow(webhook.AgencyId.ToString(), Key);
        row["Url"] = webhook.Url.AbsoluteUri;
        row["KeyId"] = webhook.Key.Id;
        row["Secret"] = webhook.Key.Secret;
        row.PutInstant("SetAt", webhook.SetAt);
        row.PutActor(webhook.Actor);
        if (webhook is { Former: { } former, FormerUntil: { } until })
        {
            row["FormerKeyId"] = former.Id;
            row["FormerSecret"] = former.Secret;
            row.PutInstant("FormerUntil", until);
        }

        return row;
    }

    internal static SealedWebhook Read(TableEntity row) => new(new Webhook(
        AgencyId.Parse(row.PartitionKey).Value,
        new Uri(row.Text("Url")),
        new WebhookKey(row.Text("KeyId"), row.Text("Secret")),
        row.Instant("SetAt"))
    {
        Actor = row.Actor(),
        Former = row.GetString("FormerKeyId") is { } former ? new WebhookKey(former, row.Text("FormerSecret")) : null,
        FormerUntil = row.GetInt64("FormerUntil") is null ? null : row.Instant("FormerUntil"),
    });

    private static string Place(AgencyId agency, string key) => $"{TableNames.Webhooks}_{agency}_{key}";
}
