using System.Globalization;
using System.Text.Json;
using Kinerja.Local.Cloud;
using Spectre.Console;

namespace Kinerja.Local.Story;

/// <summary>
/// What happens in any week, in a small agency that began on a Monday: a phone whose clock is fast, a person who moves
/// to the night watch on a day, a night over midnight, a day from outside every area, on which the superior rules, and
/// a morning of sick leave, after which the afternoon is owed. <see cref="PlanWeek"/> tells the same by the work plan.
/// </summary>
internal sealed class OrdinaryLifeChapter(IAnsiConsole console, OfficeClient office, ReplayClock clock)
{
    private const string Agency = "balai-contoh";
    private const string Root = $"/api/v1/agencies/{Agency}";
    private const string Office = "-6.9115,107.6100";
    private const string Beach = "-7.6500,108.6500";

    private static readonly TimeSpan Fast = TimeSpan.FromMinutes(15);
    private static readonly DateTimeOffset Friday = new(2026, 4, 10, 9, 0, 0, TimeSpan.FromHours(7));

    /// <summary>Every step may be repeated: the same ids and days find what is there.</summary>
    internal async Task TellAsync(CancellationToken cancel)
    {
        clock.MoveTo(Friday);
        await SetUpAsync(cancel);
        var sent = await SendAsync("budi-01", "hp-cepat", Fast, [
            ("in", "2026-04-06T07:25:00", Office), ("out", "2026-04-06T16:05:00", Office),
            ("in", "2026-04-07T07:28:00", Office), ("out", "2026-04-07T16:01:00", Office),
            ("in", "2026-04-08T07:30:00", Beach),
            ("in", "2026-04-09T12:00:00", Office), ("out", "2026-04-09T16:00:00", Office)], cancel);
        await SendAsync("ayu-0001", "hp-jaga", TimeSpan.Zero, [
            ("in", "2026-04-08T18:50:00", Office), ("out", "2026-04-09T07:05:00", Office)], cancel);
        var waiting = (await office.GetAsync(Agency, $"{Root}/rulings?superiorId=kepala-01", cancel))
            .GetProperty("days").EnumerateArray().FirstOrDefault(day => Text(day, "date") == "2026-04-08");
        var before = waiting.ValueKind == JsonValueKind.Object
            ? $"{Text(waiting, "need")}, {PresenceChapter.Words(Text(waiting, "status"))}"
            : "ruled at an earlier start";
        await office.PostAsync(Agency, $"{Root}/rulings", """
            {"ruledById":"kepala-01","rulings":[{"employeeId":"budi-01","date":"2026-04-08","outcome":"presentField",
             "reason":"Survei pantai sesuai surat tugas (contoh)."}]}
            """, cancel);

        var table = new Table().Border(TableBorder.None).HideHeaders().AddColumn("").AddColumn("");
        table.AddRow("fast phone", $"15 minutes fast: {sent}; the day is {await DayAsync("budi-01", "2026-04-06", cancel)}");
        table.AddRow(
            "transfer",
            $"unit {await UnitAsync("2026-04-07", cancel)} on 7 April, {await UnitAsync("2026-04-08", cancel)} from 8 April");
        table.AddRow("night", $"19:00 to 07:00 is one day: {await DayAsync("ayu-0001", "2026-04-08", cancel)}");
        table.AddRow("half day", $"sick until 11:45: {await DayAsync("budi-01", "2026-04-09", cancel)}");
        table.AddRow("ruling", $"{before} -> {await DayAsync("budi-01", "2026-04-08", cancel)}, by kepala-01");
        console.Heading($"[bold]{Agency}[/] · an ordinary week");
        console.Write(table);
    }

    private async Task SetUpAsync(CancellationToken cancel)
    {
        await PutAsync("", """
            {"name":"Balai Contoh","zone":"Asia/Jakarta","beganOn":"2026-04-06",
             "seat":{"latitude":-6.91,"longitude":107.61}}
            """);
        await PutAsync("/units", """
            {"units":[{"id":"kantor","name":"Kantor","zone":"Asia/Jakarta","headId":"kepala-01","from":"2026-04-06"},
                      {"id":"jaga","name":"Jaga malam","zone":"Asia/Jakarta","headId":"kepala-01","from":"2026-04-06"}]}
            """);
        await PutAsync("/employees", """
            {"employees":[
              {"id":"kepala-01","unitId":"kantor","kind":"pns","from":"2026-04-06"},
              {"id":"budi-01","unitId":"kantor","kind":"pns","raterId":"kepala-01","from":"2026-04-06"},
              {"id":"ayu-0001","unitId":"kantor","kind":"pppk","raterId":"kepala-01","from":"2026-04-06"},
              {"id":"ayu-0001","unitId":"jaga","kind":"pppk","raterId":"kepala-01","from":"2026-04-08"}]}
            """);
        await PutAsync("/names", """
            {"names":[{"employeeId":"kepala-01","name":"Ratna Iskandar"},
                      {"employeeId":"budi-01","name":"Budi Hartono"},
                      {"employeeId":"ayu-0001","name":"Ayu Cahyadi"}]}
            """);
        await PutAsync("/policies/working-time/2026-04-06", """
            {"everybody":{"scheme":"fixed","week":[{"days":["monday","tuesday","wednesday","thursday","friday"],
               "start":"07:30","end":"16:00","breakMinutes":60}]},
             "units":[{"units":["jaga"],"hours":{"scheme":"fixed","week":[
               {"days":["monday","wednesday","friday"],"start":"19:00","end":"07:00","breakMinutes":60}]}}]}
            """);
        await PutAsync("/geofences/kantor", """
            {"type":"Feature","properties":{"name":"Kantor","kind":"office","zone":"Asia/Jakarta"},
             "geometry":{"type":"Polygon","coordinates":[
               [[107.609,-6.9125],[107.611,-6.9125],[107.611,-6.9105],[107.609,-6.9105],[107.609,-6.9125]]]}}
            """);
        await new PlanWeek(office, Agency).TellAsync(cancel);
        await PutAsync("/leave", """
            {"leave":[{"employeeId":"budi-01","kind":"sick","from":"2026-04-09","to":"2026-04-10","half":"first",
              "reference":"SAKIT-01"}]}
            """);

        Task<JsonElement> PutAsync(string path, string json) => office.PutAsync(Agency, Root + path, json, cancel);
    }

    /// <summary>In one batch, as a phone that was without a network sends it; gives how far it was set right.</summary>
    private async Task<string> SendAsync(
        string person, string device, TimeSpan fast, (string Kind, string At, string Place)[] records,
        CancellationToken cancel)
    {
        var items = records.Select(record => new
        {
            id = $"{person}-{record.At.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant()}",
            agencyId = Agency,
            employeeId = person,
            kind = record.Kind,
            capturedAt = Wall(DateTimeOffset.Parse(record.At + "+07:00", CultureInfo.InvariantCulture) + fast),
            sentAt = Wall(Friday + fast),
            deviceId = device,
            position = new
            {
                latitude = double.Parse(record.Place.Split(',')[0], CultureInfo.InvariantCulture),
                longitude = double.Parse(record.Place.Split(',')[1], CultureInfo.InvariantCulture),
                accuracyMetres = 10,
            },
        });
        var answer = await office.PostAsync(
            Agency, "/api/v1/check-ins/batch?details=full", JsonSerializer.Serialize(new { checkIns = items }), cancel);
        var moved = answer.GetProperty("items").EnumerateArray()
            .Count(item => item.GetProperty("checkIn").TryGetProperty("movedBySeconds", out _));
        return $"{moved} of {records.Length} check-ins set right";

        static string Wall(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
    }

    private async Task<string> UnitAsync(string day, CancellationToken cancel) =>
        Text((await office.GetAsync(Agency, $"{Root}/employees?on={day}", cancel))
            .GetProperty("employees").EnumerateArray().First(person => Text(person, "id") == "ayu-0001"), "unitId");

    private async Task<string> DayAsync(string person, string date, CancellationToken cancel)
    {
        var month = await office.GetAsync(Agency, $"/api/v1/employees/{person}/attendance/2026-04", cancel);
        var day = month.GetProperty("days").EnumerateArray().First(each => Text(each, "date") == date);
        return day.TryGetProperty("firstIn", out var arrival)
            ? $"{Text(day, "status")} from {arrival.GetString()}, {day.GetProperty("lateMinutes").GetInt32()} minutes late"
            : Text(day, "status");
    }

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString()!;
}
