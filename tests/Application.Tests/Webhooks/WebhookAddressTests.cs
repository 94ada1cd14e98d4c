using System.Net;
using Kinerja.Application.Webhooks;

namespace Kinerja.Application.Tests.Webhooks;

/// <summary>Which addresses may be told.</summary>
public sealed class WebhookAddressTests
{
    [Theory]
    [InlineData("https://simpeg.example.go.id/kinerja?app=1")]
    [InlineData("https://simpeg.example.go.id:8443/")]
    [InlineData("https://203.112.0.1/")]
    [InlineData("https://[2404:6800::1]/")]
    public void An_https_address_in_the_Internet_is_taken(string url) =>
        Assert.Null(WebhookAddress.Parse(url, localToo: false).Refusal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("simpeg.example.go.id")]
    [InlineData("http://simpeg.example.go.id/")]
    [InlineData("ftp://simpeg.example.go.id/")]
    [InlineData("https://user:secret@simpeg.example.go.id/")]
    [InlineData("https://simpeg.example.go.id/#a")]
    [InlineData("https://simpeg.example.go.id/199009132015031001")]
    [InlineData("https://localhost/")]
    [InlineData("https://app.internal/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://2130706433/")]
    [InlineData("https://0x7f.1/")]
    [InlineData("https://10.0.0.7/")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://[::1]/")]
    [InlineData("https://[::ffff:10.0.0.1]/")]
    [InlineData("https://[fd00::1]/")]
    public void Anything_else_is_refused(string? url) =>
        Assert.Equal("/url", WebhookAddress.Parse(url, localToo: false).Refusal!.Faults[0].Pointer);

    [Fact]
    public void On_one_machine_its_own_addresses_are_taken() =>
        Assert.Null(WebhookAddress.Parse("http://127.0.0.1:7080/told", localToo: true).Refusal);

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.15.255.255", true)]
    [InlineData("172.16.0.0", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.0", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("100.128.0.1", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("64:ff9b::8.8.8.8", true)]
    [InlineData("64:ff9b::10.0.0.1", false)]
    [InlineData("2002:0a00:0001::1", false)]
    [InlineData("2002:0808:0808::1", true)]
    public void An_IP_address_is_out_in_the_Internet_or_is_not(string address, bool isPublic) =>
        Assert.Equal(isPublic, PublicAddress.Is(IPAddress.Parse(address)));
}
