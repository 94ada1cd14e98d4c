using System.Text.Json.Nodes;
using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>
/// A month that the personnel office closes, over HTTP. The clock stands in March 2026, and nobody checks in.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class PayrollTests(CloudFixture cloud)
{
    private const string Deductions = "/api/v1/employees/ani-1/attendance/2026-01/deductions";
    private const string ByHead = """{"closedById":"head-1"}""";

    [Fact]
    public async Task A_closed_month_stays_and_later_changes_are_differences_of_the_next_one()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 3, 5, 9, 0, 0, TimeSpan.FromHours(9)));
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await PutAsync(api, $"{root}/policies/deduction/2026-01-01", SchemeOf(0.5m));
        var months = $"{root}/payroll-months";

        await Refused.PutAsync(api, $"{months}/2026-03", ByHead, 422, "period-not-over");
        await Refused.PutAsync(api, $"{months}/2025-12", ByHead, 404, "before-agency");
        await Refused.PutAsync(
            api, $"{months}/2026-01", """{"closedById":"siapa"}""", 404, "unknown-employee", "/closedById");
        Assert.Equal("open", (string?)(await api.GetAsync($"{months}/2026-01")).Json!["state"]);
        var before = (await api.GetAsync(Deductions)).Json!;
        var act = (await api.PutAsync($"{months}/2026-01", ByHead)).Json!;
        Assert.Equal(("closed", "head-1"), ((string?)act["state"], (string?)act["closedById"]));
        var again = (await api.PutAsync($"{months}/2026-01", ByHead)).Json!;
        Assert.Equal((string?)act["closedAt"], (string?)again["closedAt"]);
        await Refused.PutAsync(api, $"{months}/2026-01", """{"closedById":"chief"}""", 409, "payroll-closed");
        await Refused.GetAsync(api, $"{months}/2026-03/differences", 409, "payroll-order");
        Assert.Empty(await DifferencesAsync(api, $"{months}/2026-02"));

        // Sick on two days of January, told in March; the person has left since.
        await PutAsync(api, $"{root}/leave", """
            {"leave":[{"employeeId":"ani-1","kind":"sick","from":"2026-01-05","to":"2026-01-07","reference":"S-1"}]}
            """);
        await PutAsync(api, $"{root}/employees", """
            {"employees":[{"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","endedOn":"2026-02-27"}]}
            """);
        var after = (await api.GetAsync(Deductions)).Json!;
        Assert.Equal((decimal)before["percentOfMonth"]!, (decimal)after["percentOfMonth"]!);
        Assert.Equal((string?)act["closedAt"], (string?)after["closedAt"]);
        var sick = Assert.Single(await DifferencesAsync(api, $"{months}/2026-02"))!;
        Assert.Equal(("ani-1", "2026-01", -1m), Row(sick));
        Assert.Equal("""["2026-01-05","2026-01-06"]""", sick["days"]!.ToJsonString());
        Assert.Equal("""["leave"]""", sick["causes"]!.ToJsonString());

        // The official signs in himself: in nobody else's name, and only from the personnel office.
        var office = later.ApiOf(agency.Id, "head-1", "register.read", "payroll.close");
        await Refused.PutAsync(office, $"{months}/2026-02", """{"closedById":"chief"}""", 403, "wrong-person");
        await Refused.PutAsync(
            later.ApiOf(agency.Id, "head-1", "payroll.close"), $"{months}/2026-02", ByHead, 403, "wrong-person");
        await PutAsync(office, $"{months}/2026-02", ByHead);
        Assert.Equal(("ani-1", "2026-01", -1m), Row(Assert.Single(await DifferencesAsync(api, $"{months}/2026-02"))!));
        Assert.Empty(await DifferencesAsync(api, $"{months}/2026-03"));
        await PutAsync(api, $"{root}/leave", """
            {"leave":[{"employeeId":"ani-1","kind":"sick","from":"2026-01-05","to":"2026-01-07",
              "reference":"S-1","cancelled":true}]}
            """);
        Assert.Equal(("ani-1", "2026-01", 1m), Row(Assert.Single(await DifferencesAsync(api, $"{months}/2026-03"))!));
    }

    /// <summary>Sick on 5 January, and not in service from the 28th on: both told in February.</summary>
    [Fact]
    public async Task Who_has_left_closes_nothing_and_a_difference_names_every_cause()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutAsync(agency.Api, $"{root}/employees", """
            {"employees":[{"id":"pergi","unitId":"tu","kind":"pns","raterId":"chief","endedOn":"2026-02-04"}]}
            """);
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 2, 5, 9, 0, 0, TimeSpan.FromHours(9)));
        var api = later.ApiOf(agency.Id);
        await PutAsync(api, $"{root}/policies/deduction/2026-01-01", SchemeOf(1));
        await Refused.PutAsync(
            api, $"{root}/payroll-months/2026-01", """{"closedById":"pergi"}""", 403, "not-in-service", "/closedById");
        Assert.Equal("open", (string?)(await api.GetAsync($"{root}/payroll-months/2026-01")).Json!["state"]);
        await PutAsync(api, $"{root}/payroll-months/2026-01", ByHead);
        await PutAsync(api, $"{root}/leave", """
            {"leave":[{"employeeId":"ani-1","kind":"sick","from":"2026-01-05","to":"2026-01-06","reference":"S-1"}]}
            """);
        await PutAsync(api, $"{root}/employees", """
            {"employees":[{"id":"ani-1","unitId":"tu","kind":"pppk","raterId":"head-1","endedOn":"2026-01-27"}]}
            """);

        var found = Assert.Single(await DifferencesAsync(api, $"{root}/payroll-months/2026-02"))!;
        Assert.Equal(("ani-1", "2026-01", -4m), Row(found));
        Assert.Equal("""["leave","records"]""", found["causes"]!.ToJsonString());
    }

    [Fact]
    public async Task A_policy_dated_into_a_closed_month_changes_nothing_there()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 2, 5, 9, 0, 0, TimeSpan.FromHours(9)));
        var (api, root) = (later.ApiOf(agency.Id), $"/api/v1/agencies/{agency.Id}");
        await PutAsync(api, $"{root}/payroll-months/2026-01", ByHead);
        await PutAsync(api, $"{root}/policies/deduction/2026-01-01", SchemeOf(1));

        var stated = (await api.GetAsync(Deductions)).Json!;
        Assert.Equal(("noPolicy", "head-1"), ((string?)stated["why"], (string?)stated["closedById"]));
        var found = await DifferencesAsync(api, $"{root}/payroll-months/2026-02");
        Assert.Equal(["ani-1", "budi", "chief", "head-1"], found.Select(one => (string?)one!["employeeId"]));
        Assert.All(found, one => Assert.Equal(
            (null, """["policy"]"""), (one!["before"], one["causes"]!.ToJsonString())));
    }

    private static string SchemeOf(decimal percent) => FormattableString.Invariant($$"""
        {"basis":"Aturan contoh","rules":[
         {"id":"absent","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":{{percent}}}]}]}
        """);

    private static (string?, string?, decimal) Row(JsonNode one) =>
        ((string?)one["employeeId"], (string?)one["month"], (decimal)one["percentOfMonth"]!);

    private static async Task<JsonArray> DifferencesAsync(Api api, string month) =>
        (await api.GetAsync($"{month}/differences")).Json!["differences"]!.AsArray();

    private static async Task PutAsync(Api api, string path, string body)
    {
        var answer = await api.PutAsync(path, body);
        Assert.True(answer.Status is 200 or 201 or 207, $"{path}: {answer.Status} {answer.Json}");
    }
}
