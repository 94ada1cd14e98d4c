using Kinerja.Domain.Webhooks;
using NodaTime;

namespace Kinerja.Domain.Tests.Webhooks;

/// <summary>Which keys sign.</summary>
public sealed class WebhookTests
{
    [Fact]
    public void The_former_key_signs_beside_the_new_one_until_its_time_is_over()
    {
        var until = Instant.FromUtc(2026, 1, 6, 1, 0);
        var webhook = new Webhook(
            AgencyId.Parse("menpanrb").Value, new("https://simpeg.example.go.id/"), new("new", "s"), until)
        {
            Former = new("former", "s"),
            FormerUntil = until,
        };
        Assert.Equal(["new", "former"], webhook.SigningAt(until - Duration.Epsilon).Select(key => key.Id));
        Assert.Equal(["new"], webhook.SigningAt(until).Select(key => key.Id));
        Assert.DoesNotContain("secret", $"{new WebhookKey("id", "secret")}", StringComparison.Ordinal);
    }
}
