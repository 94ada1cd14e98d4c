using Kinerja.Host.Tests.Refusals;
using NodaTime;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>
/// The assessment team, over HTTP, in the case of somebody who is absent for four days. The rater is head-1.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class TeamTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset Friday = new(2026, 1, 9, 9, 0, 0, TimeSpan.FromHours(9));

    [Fact]
    public async Task A_team_is_large_enough_holds_no_side_and_a_decision_against_it_says_so_with_its_reason()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutAsync(agency.Api, $"{root}/employees", """
            {"employees":[{"id":"tim-1","unitId":"tu","kind":"pns"},{"id":"tim-2","unitId":"tu","kind":"pns"}]}
            """);
        await PutAsync(
            agency.Api,
            $"{root}/policies/follow-up/2026-01-01",
            """{"proposals":{"absences":{"from":"2026-01-05"}}}""");
        await using var later = await LaterApp.OpenAsync(cloud, Friday);
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 1));
        var (api, path) = (later.ApiOf(agency.Id), $"{root}/proposals/2026-discipline-budi-t2");

        var list = (await api.GetAsync($"{root}/proposals")).Json!;
        Assert.Equal((3, 0), ((int)list["teamMembers"]!, list["deciderIds"]!.AsArray().Count));
        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1"), 422, "team-too-small", "/memberIds");
        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1", "tim-1"), 400, "invalid-field", "/memberIds");
        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1", "head-1"), 403, "own-case", "/memberIds");
        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1", "budi"), 403, "own-case", "/memberIds");
        await Refused.PostAsync(
            api, $"{path}/decision", Decision("chief", "Sesuai."), 409, "not-considered");
        await Refused.PostAsync(
            later.ApiOf(agency.Id, "chief", "followup.write", "register.read"),
            $"{path}/considerations",
            Meeting("chief", "tim-1", "tim-2"), 403, "wrong-person");
        api = later.ApiOf(agency.Id, "tim-1", "followup.write", "register.read");
        var considered = await api.PostAsync($"{path}/considerations", Meeting("chief", "tim-1", "tim-2"));
        Assert.Equal((200, "considered"), (considered.Status, (string?)considered.Json!["state"]));

        await Refused.PostAsync(
            later.ApiOf(agency.Id, "tim-2", "followup.decide", "register.read"),
            $"{path}/decision", Decision("chief", "Bukti lain."), 403, "wrong-person");
        api = later.ApiOf(agency.Id, "chief", "followup.decide", "register.read");
        await Refused.PostAsync(api, $"{path}/decision", Decision("chief", ""), 400, "invalid-field", "/reason");
        var decided = (await api.PostAsync($"{path}/decision", Decision("chief", "Bukti lain."))).Json!["decision"]!;
        Assert.Equal(
            (true, true, "Bukti lain."),
            ((bool)decided["accepted"]!, (bool)decided["againstAdvice"]!, (string?)decided["reason"]));
    }

    [Fact]
    public async Task Who_rated_the_person_as_a_delegate_or_has_left_is_no_member_and_nobody_met_tomorrow()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var root = $"/api/v1/agencies/{agency.Id}";
        await PutAsync(agency.Api, $"{root}/employees", """
            {"employees":[{"id":"tim-1","unitId":"tu","kind":"pns"},{"id":"tim-2","unitId":"tu","kind":"pns"},
              {"id":"plh-1","unitId":"tu","kind":"pns"},
              {"id":"pergi","unitId":"tu","kind":"pns","endedOn":"2026-01-08"}]}
            """);
        await PutAsync(
            agency.Api,
            $"{root}/policies/follow-up/2026-01-01",
            """{"proposals":{"absences":{"from":"2026-01-05"}}}""");
        await using var later = await LaterApp.OpenAsync(cloud, Friday);
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 1));
        var (api, path) = (later.ApiOf(agency.Id), $"{root}/proposals/2026-discipline-budi-t2");
        await PutAsync(api, "/api/v1/employees/head-1/delegations/2026-01-05", """
            {"delegateId":"plh-1","to":"2026-02-01","grantedById":"chief","reason":"Cuti."}
            """);
        await PutAsync(api, $"{root}/ratings/2026/budi", """
            {"raterId":"plh-1","result":"below","behaviour":"meets","skpScore":60,"behaviourScore":80}
            """);

        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1", "plh-1"), 403, "own-case", "/memberIds");
        await Refused.PostAsync(
            api, $"{path}/considerations", Meeting("chief", "tim-1", "pergi"), 403, "not-in-service", "/memberIds/2");
        var tomorrow = Meeting("chief", "tim-1", "tim-2").Replace("01-09", "01-10", StringComparison.Ordinal);
        await Refused.PostAsync(api, $"{path}/considerations", tomorrow, 422, "day-not-begun", "/heldOn");
        Assert.Equal(200, (await api.PostAsync($"{path}/considerations", Meeting("chief", "tim-1", "tim-2"))).Status);
        await Refused.PostAsync(
            api, $"{path}/decision", Decision("pergi", "Sesuai."), 403, "not-in-service", "/decidedById");
    }

    private static string Meeting(params string[] members) => $$"""
        {"memberIds":["{{string.Join("\",\"", members)}}"],"heldOn":"2026-01-09",
         "advice":"oppose","words":"Ada bukti.","recordedById":"tim-1"}
        """;

    private static string Decision(string by, string reason) =>
        $$"""{"decidedById":"{{by}}","accepted":true,"reason":"{{reason}}"}""";

    private static async Task PutAsync(Api api, string path, string body)
    {
        var answer = await api.PutAsync(path, body);
        Assert.True(answer.Status is 200 or 201, $"{path}: {answer.Status} {answer.Json}");
    }
}
