using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Reports;

/// <summary>What an office has beyond what it needs (seed 003), over HTTP.</summary>
[Collection(nameof(LaterCloud))]
public sealed class OfficeSpaceTests(CloudFixture cloud)
{
    /// <summary>Ten places; three people on Monday, one on Tuesday: four places are needed.</summary>
    [Fact]
    public async Task What_an_office_could_give_up_is_told_by_the_stated_rule_once_the_month_is_over()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        var fence = (await agency.Api.GetAsync($"{root}/geofences/kantor")).Json!.AsObject();
        var put = await agency.Api.PutAsync($"{root}/geofences/kantor", new JsonObject
        {
            ["type"] = "Feature",
            ["properties"] = new JsonObject
            {
                ["name"] = "Kantor",
                ["kind"] = "office",
                ["zone"] = "Asia/Jayapura",
                ["capacityPeople"] = 10,
            },
            ["geometry"] = fence["geometry"]!.DeepClone(),
        }.ToJsonString());
        Assert.True(put.Status == 200, $"{put.Json}");
        foreach (var (person, day) in new[] { ("ani-1", 5), ("budi", 5), ("head-1", 5), ("ani-1", 2) })
        {
            var sent = await agency.Api.PostAsync("/api/v1/check-ins", agency.CheckIn(
                $"ruang-{person}-{day}", person, $"2026-01-0{day}T07:30:00+09:00"));
            Assert.True(sent.Status == 201, $"{sent.Json}");
        }

        var path = $"{root}/reports/office-space?month=2026-01";
        var running = Assert.Single((await agency.Api.GetAsync(path)).Json!["offices"]!.AsArray())!;
        Assert.Equal((3, null), ((int?)running["mostPeople"], (int?)running["sparePeople"]));
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 2, 3, 9, 0, 0, TimeSpan.FromHours(9)));
        var api = later.ApiOf(agency.Id);
        var over = (await api.GetAsync(path)).Json!;
        var office = Assert.Single(over["offices"]!.AsArray())!;

        Assert.Equal((20, 15), ((int?)over["reservePercent"], (int?)over["leastDays"]));
        Assert.Equal(
            (20, 10, 3, 4, 6),
            ((int?)office["workingDays"], (int?)office["capacityPeople"], (int?)office["mostPeople"],
                (int?)office["neededPeople"], (int?)office["sparePeople"]));
        Assert.InRange((double)office["areaSquareMetres"]!, 47_175, 47_269);
        Assert.InRange((int)office["spareSquareMetres"]!, 28_305, 28_361);
        Assert.Equal(
            ["tuesday 4", "wednesday 4", "thursday 4", "friday 2"],
            office["freeWeekdays"]!.AsArray().Select(one => $"{one!["weekday"]} {one["people"]}"));
        var none = Assert.Single(
            (await api.GetAsync(path + "&reservePercent=0")).Json!["offices"]!.AsArray())!;
        Assert.Equal((3, 7), ((int?)none["neededPeople"], (int?)none["sparePeople"]));
        await Refused.GetAsync(api, path + "&reservePercent=101", 400, "invalid-field", "/reservePercent");
        await Refused.GetAsync(
            api, $"{root}/reports/office-space?month=2026-13", 400, "invalid-field", "/month");
    }
}
