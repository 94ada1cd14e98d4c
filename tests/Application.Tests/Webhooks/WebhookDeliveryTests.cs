using System.Text;
using System.Text.Json.Nodes;
using Kinerja.Application.Events;
using Kinerja.Application.Queues;
using Kinerja.Application.Tables;
using Kinerja.Application.Tests.Fakes;
using Kinerja.Application.Webhooks;
using Kinerja.Domain;
using Kinerja.Domain.Webhooks;

namespace Kinerja.Application.Tests.Webhooks;

/// <summary>Events of agencies that gave an address are queued by number and delivered signed.</summary>
public sealed class WebhookDeliveryTests
{
    private const string Url = "https://simpeg.example.go.id/kinerja";

    private readonly World _world = new();
    private readonly FakeWebhooks _webhooks = new();
    private readonly WebhookDirectory _known;

    public WebhookDeliveryTests() => _known = new(_webhooks, _world.Clock);

    private RegisterWebhook Keep =>
        new(_world.AgencyDirectory, _webhooks, _known, new WebhookSettings(false), _world.Clock);

    private DeliverWebhook Deliver => new(_webhooks, _world.Numbers, _webhooks, _world.Clock);

    [Fact]
    public async Task Only_numbered_events_that_are_no_pages_of_agencies_with_an_address_are_queued()
    {
        var events = new WebhookEvents(new NoBus(), _known, _webhooks);
        var told = Event(EventTypes.ReviewOpened) with { Number = 7 };
        OutgoingEvent[] all =
        [
            told, Event(EventTypes.RankingPage) with { Number = 8 },
            Event(EventTypes.PredicateFinalised) with { Number = 9 },
        ];
        await events.PublishAsync(all, default);
        Assert.Empty(_webhooks.Queued);

        await Keep.PutAsync(Some.Actor, Url, default);
        await events.PublishAsync([.. all, told with { AgencyId = Some.OtherAgencyId }], default);
        Assert.Equal([new WebhookStep(Some.AgencyId, 7)], _webhooks.Queued);
    }

    [Fact]
    public async Task An_event_is_delivered_whole_and_signed_by_every_key_that_signs()
    {
        var secret = (await Keep.PutAsync(Some.Actor, Url, default)).Value.NewKey!;
        var kept = await _world.Numbers.NumberAsync([Event(EventTypes.ReviewOpened)], default);
        var step = new WebhookStep(Some.AgencyId, kept[0].Number!.Value);
        await Deliver.ExecuteAsync(step, default);
        var renewed = (await Keep.RenewKeyAsync(Some.Actor, default)).Value.NewKey!;
        await Deliver.ExecuteAsync(step, default);
        _world.Clock.Advance(WebhookRules.Overlap.ToTimeSpan());
        await Deliver.ExecuteAsync(step, default);

        Assert.Equal(
            [[secret], [renewed, secret], [renewed]],
            _webhooks.Calls.Select(call => new[] { renewed, secret }.Where(key => call.Signature.Contains(
                WebhookSignature.Of([key], call.Id, call.Timestamp, call.Body.Span), StringComparison.Ordinal))));
        Assert.Equal(["menpanrb_ev-1"], _webhooks.Calls.Select(call => call.Id).Distinct());
        var body = JsonNode.Parse(_webhooks.Calls[0].Body.Span)!;
        Assert.Equal(
            ("menpanrb_ev-1", "urn:kinerja:agency:menpanrb", 1),
            ((string?)body["id"], (string?)body["source"], (int?)body["data"]!["a"]));
    }

    [Fact]
    public async Task An_agency_that_took_its_address_back_is_told_no_more()
    {
        await Keep.PutAsync(Some.Actor, Url, default);
        await Keep.RemoveAsync(Some.AgencyId, default);
        await Deliver.ExecuteAsync(new(Some.AgencyId, 1), default);
        Assert.Empty(_webhooks.Calls);
        Refused.Is(RefusalCodes.UnknownWebhook, await Keep.RenewKeyAsync(Some.Actor, default));
    }

    [Fact]
    public async Task A_key_is_shown_once_and_another_address_keeps_it()
    {
        var first = (await Keep.PutAsync(Some.Actor, Url, default)).Value;
        var again = (await Keep.PutAsync(Some.Actor, Url, default)).Value;
        var moved = (await Keep.PutAsync(Some.Actor, Url + "/v2", default)).Value;
        Assert.NotNull(first.NewKey);
        Assert.Equal((null, null), (again.NewKey, moved.NewKey));
        Assert.Equal(first.NewKey, moved.Webhook.Key);
        Assert.Null((await Keep.FindAsync(Some.AgencyId, default)).Value.NewKey);
    }

    [Fact]
    public void Its_secrets_are_sealed_in_the_row()
    {
        var seal = ColumnSeal.From(new string('0', 64));
        var open = new Webhook(Some.AgencyId, new(Url), WebhookSignature.NewKey(), Some.Morning)
        {
            Former = WebhookSignature.NewKey(),
            FormerUntil = Some.Morning,
        };
        var row = WebhookRows.Write(WebhookRows.Sealed(open, seal));
        Assert.All(row, column => Assert.DoesNotContain("whsec_", $"{column.Value}", StringComparison.Ordinal));
        Assert.Equal(open, WebhookRows.Open(WebhookRows.Read(row), seal));
    }

    /// <summary>The example of Standard Webhooks' own documentation.</summary>
    [Fact]
    public void Signatures_are_those_of_Standard_Webhooks() => Assert.Equal(
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        WebhookSignature.Of(
            [new("id", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330,
            Encoding.UTF8.GetBytes("{\"test\": 2432232314}")));

    [Fact]
    public void A_message_names_the_event_and_goes_on_with_its_trace()
    {
        const string Trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        var step = new WebhookStep(Some.AgencyId, 107);
        var message = WorkMessages.Write(step, Trace);
        Assert.Equal(
            ["agencyId", "layout", "number", "traceparent"],
            JsonNode.Parse(message)!.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal));
        Assert.Equal(new(step, Trace), WorkMessages.ReadWebhookStep(message));
    }

    private static OutgoingEvent Event(string type) => new(
        "menpanrb_ev-1", type, Some.AgencyId, AppraisalPeriod.OfYear(2026), Some.Morning, """{"a":1}"""u8.ToArray());

    private sealed class NoBus : IEvents
    {
        public Task PublishAsync(IReadOnlyCollection<OutgoingEvent> events, CancellationToken cancel) =>
            Task.CompletedTask;
    }

    private sealed class FakeWebhooks : IWebhooks, IWebhookQueue, IWebhookSender
    {
        private readonly Dictionary<AgencyId, Webhook> _rows = [];

        internal List<WebhookStep> Queued { get; } = [];

        internal List<WebhookCall> Calls { get; } = [];

        public Task<Webhook?> FindAsync(AgencyId agency, CancellationToken cancel) =>
            Task.FromResult(_rows.GetValueOrDefault(agency));

        public Task PutAsync(Webhook webhook, CancellationToken cancel)
        {
            _rows[webhook.AgencyId] = webhook;
            return Task.CompletedTask;
        }

        public Task RemoveAsync(AgencyId agency, CancellationToken cancel)
        {
            _rows.Remove(agency);
            return Task.CompletedTask;
        }

        public Task SendAsync(IReadOnlyCollection<WebhookStep> steps, CancellationToken cancel)
        {
            Queued.AddRange(steps);
            return Task.CompletedTask;
        }

        public Task SendAsync(WebhookCall call, CancellationToken cancel)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
