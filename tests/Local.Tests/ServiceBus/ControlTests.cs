using System.Net;
using Azure.Messaging.ServiceBus;

namespace Kinerja.Local.Tests.ServiceBus;

/// <summary>Over HTTP there are health, counts and faults, and no messages.</summary>
public sealed class ControlTests(RunningBus bus) : IClassFixture<RunningBus>, IDisposable
{
    private readonly HttpClient _http = new();

    public void Dispose() => _http.Dispose();

    [Fact]
    public async Task Counts_tell_what_an_entity_holds()
    {
        await bus.SendAsync("counts", new("active"), new("locked"), new("deferred"));
        await bus.Client.CreateSender("counts").ScheduleMessageAsync(
            new ServiceBusMessage("scheduled"), DateTimeOffset.UtcNow.AddDays(1));
        var receiver = bus.Client.CreateReceiver("counts");
        await receiver.DeferMessageAsync(await RunningBus.ReceiveAsync(receiver));
        await RunningBus.ReceiveAsync(receiver);
        Assert.Equal(
            """{"path":"counts","kind":"queue","active":2,"scheduled":1,"deferred":1,"deadLetter":0}""",
            (await bus.CountsAsync("counts")).ToJsonString());
    }

    [Fact]
    public async Task It_says_that_it_is_well() =>
        Assert.Equal(
            """{"status":"healthy"}""", await _http.GetStringAsync(new Uri(bus.Bus.Endpoint, "$local/health")));

    [Theory]
    [InlineData("POST", "limits/messages")]
    [InlineData("POST", "limits/messages/head")]
    [InlineData("DELETE", "$local/health")]
    public async Task Messages_and_the_rest_are_not_to_be_had(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(bus.Bus.Endpoint, path));
        using var answer = await _http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("messages go over AMQP", await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("""{"entity":"limits","operation":"sleep","count":1}""")]
    [InlineData("""{"operation":"send","count":1}""")]
    [InlineData("{")]
    public async Task A_fault_that_makes_no_sense_is_refused(string plan)
    {
        using var content = new StringContent(plan);
        using var answer = await _http.PostAsync(new Uri(bus.Bus.Endpoint, "$local/fault"), content);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
