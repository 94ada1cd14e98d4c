using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.Workforce;

/// <summary>
/// Moves between agencies. Nobody of these agencies ever checks in, so that every working day is an absence: in January
/// 2026 from Friday the 2nd on.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class MoveTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset SixteenthOfJanuary = new(2026, 1, 16, 8, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task Ten_days_of_absence_in_a_row_are_counted_across_three_agencies()
    {
        await using var later = await LaterApp.OpenAsync(cloud, SixteenthOfJanuary);
        var (first, second, third) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud),
            await SmallAgency.RegisterAsync(cloud));
        var nip = NewNip();
        await PersonAsync(later, first, "asal-1", nip, ""","endedOn":"2026-01-07" """);
        await PersonAsync(later, second, "lalu-1", nip, ""","endedOn":"2026-01-13" """);
        await PersonAsync(later, third, "kini-1", nip);

        await OkAsync(later, second, Move("lalu-1", nip, first.Id, "2026-01-08"));
        var moved = await OkAsync(later, third, Move("kini-1", nip, second.Id, "2026-01-14"));
        Assert.Equal("lalu-1", (string?)moved["moves"]![0]!["fromEmployeeId"]);

        var year = await AbsencesAsync(later, third, "kini-1");
        Assert.Equal(
            ["02", "05", "06", "07", "08", "09", "12", "13", "14", "15"],
            year["absentDays"]!.AsArray().Select(d => ((string)d!)[^2..]));
        Assert.Equal(
            (10, "dismissal", "2026-01-02"),
            ((int?)year["longestRunDays"], (string?)year["proposal"]!["measure"],
                (string?)year["proposal"]!["evidence"]![0]));
        Assert.Equal(4, (await AbsencesAsync(later, first, "asal-1"))["absentDays"]!.AsArray().Count);

        // Back to where it began: the days between were the others', and the run goes on.
        await PersonAsync(later, first, "asal-1", nip, ""","from":"2026-01-15" """);
        await OkAsync(later, first, Move("asal-1", nip, third.Id, "2026-01-15"));
        Assert.Equal(10, (int?)(await AbsencesAsync(later, first, "asal-1"))["longestRunDays"]);
        Assert.Equal(9, (int?)(await AbsencesAsync(later, third, "kini-1"))["longestRunDays"]);
    }

    [Fact]
    public async Task A_move_is_found_from_both_sides_told_to_both_and_an_overlap_is_a_finding()
    {
        var (home, other) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud));
        var nip = NewNip();
        await home.Api.PutAsync($"/api/v1/agencies/{home.Id}/employees", Person("asal-1", nip));
        await other.Api.PutAsync($"/api/v1/agencies/{other.Id}/employees", Person("baru-1", nip));
        var path = $"/api/v1/agencies/{other.Id}/moves";
        var first = await other.Api.PutAsync(path, Move("baru-1", nip, home.Id, "2026-01-05", "asal-1"));
        var again = await other.Api.PutAsync(path, Move("baru-1", nip, home.Id, "2026-01-05", "asal-1"));
        Assert.Equal((200, 1), (first.Status, (int?)again.Json!["moves"]![0]!["version"]));

        var listed = await home.Api.GetAsync($"/api/v1/agencies/{home.Id}/moves");
        var ofPerson = await home.Api.GetAsync("/api/v1/employees/asal-1/moves");
        Assert.Equal(first.Json!.ToJsonString(), listed.Json!.ToJsonString());
        Assert.Equal(first.Json.ToJsonString(), ofPerson.Json!.ToJsonString());
        var told = await other.Api.GetAsync("/api/v1/employees/baru-1/inbox");
        Assert.Equal("moveRecorded", (string?)told.Json!["items"]![0]!["code"]);
        var superior = await home.Api.GetAsync("/api/v1/employees/head-1/inbox");
        Assert.Equal("personMovesAway", (string?)superior.Json!["items"]![0]!["code"]);
        var overlap = Assert.Single(await FindingsAsync(home.Id));
        Assert.Equal("2026-01-05", overlap);
        await home.Api.PutAsync(
            $"/api/v1/agencies/{home.Id}/employees", Person("asal-1", nip, ""","endedOn":"2026-01-04" """));
        Assert.Empty(await FindingsAsync(home.Id));

        var corrected = await other.Api.PutAsync(path, Move("baru-1", nip, home.Id, "2026-01-02"));
        Assert.Equal(200, corrected.Status);
        var withdrawn = await other.Api.SendAsync(
            HttpMethod.Delete, "/api/v1/employees/baru-1/moves/2026-01-02", null);
        Assert.Equal((200, true), (withdrawn.Status, (bool?)withdrawn.Json!["withdrawn"]));
        var left = await home.Api.GetAsync("/api/v1/employees/asal-1/moves");
        Assert.All(left.Json!["moves"]!.AsArray(), move => Assert.True((bool?)move!["withdrawn"]));
    }

    [Fact]
    public Task A_move_that_cannot_be_is_refused_with_every_fault() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        var path = $"/api/v1/agencies/{agency.Id}/moves";
        const string Ani = "199009132025242014";
        await Refused.PutAsync(
            agency.Api, path,
            $$"""
            {"moves":[{"employeeId":"ani-1","nip":"12","fromAgencyId":"{{agency.Id}}","on":"1999-12-31"},
              {"employeeId":"ani-1"},null]}
            """,
            400, "invalid-field", "/moves/0/nip", "/moves/0/on", "/moves/0/fromAgencyId", "/moves/1/nip",
            "/moves/1/fromAgencyId", "/moves/1/on", "/moves/1/employeeId", "/moves/2");
        await Refused.PutAsync(
            agency.Api, path, Move("ani-1", Ani, "tidak-ada", "2026-01-05"),
            422, "move-unproven", "/moves/0/fromAgencyId");
        await Refused.PutAsync(
            agency.Api, path, Move("budi", Ani, "tidak-ada", "2026-01-05"),
            422, "move-unproven", "/moves/0/employeeId");
        await Refused.SendAsync(
            agency.Api, HttpMethod.Delete, "/api/v1/employees/ani-1/moves/2026-01-05", null, 404, "unknown-move", []);
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody-1/moves", 404, "unknown-employee", "/employeeId");
    });

    [Fact]
    public async Task Who_came_from_one_agency_cannot_have_come_from_another_without_leaving()
    {
        var (home, other, third) = (await SmallAgency.RegisterAsync(cloud), await SmallAgency.RegisterAsync(cloud),
            await SmallAgency.RegisterAsync(cloud));
        var nip = NewNip();
        foreach (var (agency, id) in new[] { (home, "asal-1"), (other, "baru-1"), (third, "lain-1") })
        {
            await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/employees", Person(id, nip));
        }

        var path = $"/api/v1/agencies/{other.Id}/moves";
        Assert.Equal(200, (await other.Api.PutAsync(path, Move("baru-1", nip, home.Id, "2026-01-05"))).Status);
        await Refused.PutAsync(
            other.Api, path, Move("baru-1", nip, third.Id, "2026-02-05"), 409, "move-contradicts", "/moves/0/on");
        await Refused.PutAsync(
            other.Api, path, Move("baru-1", nip, home.Id, "2026-01-05", "budi"),
            422, "move-unproven", "/moves/0/fromEmployeeId");
        await Refused.PutAsync(
            home.Api, path, Move("baru-1", nip, home.Id, "2026-01-05"), 403, "wrong-agency");
    }

    private static string NewNip() =>
        $"19{Random.Shared.Next(50, 99)}0712201001{Random.Shared.Next(1000, 9999)}";

    private static string Person(string id, string nip, string more = "") =>
        $$"""{"employees":[{"id":"{{id}}","unitId":"tu","kind":"pns","raterId":"head-1","nip":"{{nip}}"{{more}}}]}""";

    private static string Move(string person, string nip, string from, string on, string? there = null) => $$"""
        {"moves":[{"employeeId":"{{person}}","nip":"{{nip}}","fromAgencyId":"{{from}}","on":"{{on}}"
          {{(there is null ? "" : $",\"fromEmployeeId\":\"{there}\"")}}}]}
        """;

    private static async Task PersonAsync(
        LaterApp app, SmallAgency agency, string id, string nip, string more = "") => Assert.Equal(
        200,
        (await app.ApiOf(agency.Id).PutAsync(
            $"/api/v1/agencies/{agency.Id}/employees", Person(id, nip, more))).Status);

    private static async Task<JsonNode> OkAsync(LaterApp app, SmallAgency agency, string body)
    {
        var answer = await app.ApiOf(agency.Id).PutAsync($"/api/v1/agencies/{agency.Id}/moves", body);
        Assert.True(answer.Status == 200, $"{answer.Status} {answer.Json}");
        return answer.Json!;
    }

    private static async Task<JsonNode> AbsencesAsync(LaterApp app, SmallAgency agency, string person) =>
        (await app.ApiOf(agency.Id).GetAsync($"/api/v1/employees/{person}/absences/2026")).Json!;

    /// <summary>Since when people who moved away from that agency still serve there, on all pages.</summary>
    private async Task<List<string>> FindingsAsync(string agency)
    {
        var national = cloud.ApiWith(cloud.Cloud.Issuer.TokenFor("bkn", ["national.read"]));
        var (found, path) = (new List<string>(), (string?)"/api/v1/national/nip-findings");
        while (path is not null)
        {
            var page = await national.GetAsync(path);
            found.AddRange(page.Json!["findings"]!.AsArray().SelectMany(f => f!["people"]!.AsArray())
                .Where(p => (string?)p!["agencyId"] == agency && p["servesAfterMoveOn"] is not null)
                .Select(p => (string)p!["servesAfterMoveOn"]!));
            path = page.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
        }

        return found;
    }
}
