using System.Text.Json.Nodes;

namespace Kinerja.Host.Tests.Presence.CheckIns;

/// <summary>
/// A phone's wrong clock is corrected; what cannot be told is asked about, and nobody is absent by it.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class DeviceClockTests(CloudFixture cloud)
{
    private const string Path = "/api/v1/check-ins";

    /// <summary>Wednesday 7 January, 16:05 in Jayapura.</summary>
    private static readonly DateTimeOffset Wednesday = new(2026, 1, 7, 16, 5, 0, TimeSpan.FromHours(9));

    /// <summary>Monday to Wednesday, from 07:25:30 to 16:01:30 each day.</summary>
    private static readonly (DateTimeOffset At, string Kind)[] ThreeDays =
    [
        .. Enumerable.Range(5, 3).SelectMany(day => new[]
        {
            (new DateTimeOffset(2026, 1, day, 7, 25, 30, TimeSpan.FromHours(9)), "in"),
            (new DateTimeOffset(2026, 1, day, 16, 1, 30, TimeSpan.FromHours(9)), "out"),
        }),
    ];

    [Fact]
    public async Task Three_days_in_one_batch_of_a_phone_that_is_off_are_three_present_days_with_their_times()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, Wednesday);
        var api = later.ApiOf(agency.Id);
        // Fast, slow by minutes and seconds, set to another zone, and one phone of each kind for one person.
        var people = new (string Person, TimeSpan[] Off)[]
        {
            ("ani-1", [TimeSpan.FromMinutes(15)]),
            ("budi", [-new TimeSpan(0, 22, 17)]),
            ("head-1", [TimeSpan.FromHours(-2)]),
            ("chief", [TimeSpan.FromMinutes(15), new TimeSpan(0, -40, 0)]),
        };
        var items = people.SelectMany(p => ThreeDays.Select((act, i) => Item(
            agency, p.Person, act, p.Off[i % p.Off.Length], $"phone-{p.Person}-{i % p.Off.Length}"))).ToList();

        var answer = await SendAsync(api, items);
        var again = await SendAsync(api, Enumerable.Reverse(items));

        Assert.All(answer, item => Assert.Equal("corrected", (string?)item["timeSource"]));
        Assert.Equal(
            ("2026-01-05T07:25:30+09:00", -900d, 95, "deviceClockCorrected"),
            ((string?)answer[0]["timeThatCounts"], (double?)answer[0]["movedBySeconds"], (int?)answer[0]["trust"],
                (string?)answer[0]["reasons"]!.AsArray()[^1]!["code"]));
        Assert.Equal(
            answer.Select(item => (string?)item["timeThatCounts"]),
            Enumerable.Reverse(again).Select(item => (string?)item["timeThatCounts"]));
        foreach (var (person, _) in people)
        {
            Assert.All(
                await DaysAsync(api, person),
                day => Assert.Equal(("present", 0, "07:25:30", "16:01:30"), day));
        }
    }

    [Fact]
    public async Task A_clock_that_cannot_be_told_counts_at_its_receipt_and_a_superior_is_asked()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var captured = CloudFixture.Monday.AddHours(-2);
        // Set within one batch, set between capture and sending, no time of sending, off by more than a day.
        var items = new[]
        {
            Body(agency, "told-0001", captured, CloudFixture.Monday.AddMinutes(15), "jumping"),
            Body(agency, "untold-01", captured.AddMinutes(1), CloudFixture.Monday, "jumping"),
            Body(agency, "untold-02", CloudFixture.Monday.AddMinutes(13), CloudFixture.Monday, "set"),
            Body(agency, "untold-03", captured.AddMinutes(2), null, "silent"),
            Body(agency, "untold-04", captured.AddDays(2), CloudFixture.Monday.AddDays(2), "wild"),
        };

        var answer = await SendAsync(agency.Api, items);
        await cloud.SweepAsync(agency.Id);

        Assert.Equal(
            ["corrected", "server", "server", "server", "server"], answer.Select(i => (string?)i["timeSource"]));
        Assert.All(answer.Skip(1), item => Assert.Equal(
            (item["receivedAt"]!.GetValue<string>(), "deviceClockWrong", 80),
            (DateTimeOffset.Parse((string)item["timeThatCounts"]!, System.Globalization.CultureInfo.InvariantCulture)
                .UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
                (string?)item["reasons"]!.AsArray()[^1]!["code"], (int?)item["trust"])));
        Assert.Null(answer[3]["deviceClockAheadSeconds"]);
        var reviews = await agency.Api.GetAsync($"/api/v1/agencies/{agency.Id}/reviews?raterId=head-1&state=open");
        var review = reviews.Json!["reviews"]!.AsArray().Single(r => (string?)r!["signal"] == "untoldClock")!;
        Assert.Equal(
            ["untold-01", "untold-02", "untold-03", "untold-04"],
            review["evidence"]!.AsArray().Select(e => (string?)e!["checkIns"]![0]));
    }

    [Fact]
    public async Task One_check_in_alone_is_corrected_too_and_its_receipt_says_so()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var captured = new DateTimeOffset(2026, 1, 5, 7, 45, 0, TimeSpan.FromHours(9));

        var answer = await agency.Api.PostAsync(
            Path, Body(agency, "alone-001", captured, CloudFixture.Monday.AddMinutes(15), "phone"));

        Assert.Equal(
            (201, "corrected", "2026-01-05T07:30:00+09:00"),
            (answer.Status, (string?)answer.Json!["timeSource"], (string?)answer.Json["timeThatCounts"]));
        var claims = JsonNode.Parse(System.Buffers.Text.Base64Url.DecodeFromChars(
            ((string)answer.Json["receipt"]!).Split('.')[1]))!;
        Assert.Equal(
            ("2026-01-04T22:45:00Z", "corrected", -900d),
            ((string?)claims["capturedAt"], (string?)claims["timeSource"], (double?)claims["movedBySeconds"]));
    }

    private static string Item(
        SmallAgency agency, string person, (DateTimeOffset At, string Kind) act, TimeSpan off, string device) =>
        Body(
            agency, $"{act.Kind}-{person}-{act.At.Day}", act.At + off, Wednesday + off, device)
            .Replace("\"ani-1\"", $"\"{person}\"", StringComparison.Ordinal)
            .Replace("\"kind\":\"in\"", $"\"kind\":\"{act.Kind}\"", StringComparison.Ordinal);

    private static string Body(
        SmallAgency agency, string id, DateTimeOffset captured, DateTimeOffset? sent, string device) =>
        agency.CheckIn(id, captured: captured.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null)).Replace(
            "\"sentAt\":\"2026-01-05T10:00:00+09:00\"",
            (sent is { } at ? $"\"sentAt\":\"{at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", null)}\"," : "")
            + $"\"deviceId\":\"{device}\"",
            StringComparison.Ordinal);

    private static async Task<List<JsonNode>> SendAsync(Api api, IEnumerable<string> items)
    {
        var answer = await api.PostAsync(
            Path + "/batch?details=full", $$"""{"checkIns":[{{string.Join(',', items)}}]}""");
        return [.. answer.Json!["items"]!.AsArray().Select(item => item!["checkIn"]!)];
    }

    private static async Task<List<(string?, int?, string?, string?)>> DaysAsync(Api api, string person)
    {
        var month = await api.GetAsync($"/api/v1/employees/{person}/attendance/2026-01");
        return [.. month.Json!["days"]!.AsArray().Skip(4).Take(3).Select(day => (
            (string?)day!["status"], (int?)day["lateMinutes"], (string?)day["firstIn"], (string?)day["lastOut"]))];
    }
}
