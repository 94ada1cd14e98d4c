using System.Text.Json.Nodes;
using NodaTime;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>PP 94/2021 over HTTP: what absences come to, by the dated ladder of the agency.</summary>
[Collection(nameof(LaterCloud))]
public sealed class DisciplineTests(CloudFixture cloud)
{
    private static readonly DateTimeOffset MidJanuary2027 = new(2027, 1, 11, 1, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset FebruaryOf2026 = new(2026, 2, 2, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Ten_working_days_in_a_row_are_counted_across_new_year_and_proposed()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, MidJanuary2027);
        var api = later.ApiOf(agency.Id);
        await PutAsync(api, agency, "policies/calendar/2027-01-01", """
            {"basis":"Contoh","daysOff":[{"date":"2027-01-01","kind":"publicHoliday","name":"Tahun Baru"}]}
            """);
        await PutAsync(
            api, agency, "policies/follow-up/2026-01-01", """{"proposals":{"absences":{"from":"2026-01-01"}}}""");
        // 24 December 2026 is collective leave, and 5 January 2027 a shipped holiday that the agency leaves out. That
        // leaves 22, 23 and 28 to 31 December, 4 and 6 to 8 January.
        await PutAsync(api, agency, "employees", """
            {"employees":[{"id":"akhir","unitId":"tu","kind":"pns","raterId":"head-1","startedOn":"2026-12-22"}]}
            """);
        await later.CloseMonthAsync(agency.Id, new YearMonth(2026, 12));
        await later.CloseMonthAsync(agency.Id, new YearMonth(2027, 1));

        var (old, next) = (await AbsencesAsync(api, "akhir", 2026), await AbsencesAsync(api, "akhir", 2027));
        var listed = await api.GetAsync($"/api/v1/agencies/{agency.Id}/proposals?state=proposed");
        var raised = listed.Json!["proposals"]!.AsArray().Where(p => (string?)p!["employeeId"] == "akhir");

        Assert.Equal((6, 6), ((int)old["countedDays"]!, (int)old["longestRunDays"]!));
        Assert.Equal("writtenWarning", (string?)old["proposal"]!["measure"]);
        Assert.Equal((4, 10), ((int)next["countedDays"]!, (int)next["longestRunDays"]!));
        Assert.Equal(
            ("dismissal", true, "2026-12-22", "2027-01-08"),
            ((string?)next["proposal"]!["measure"], (bool)next["proposal"]!["inARow"]!,
                (string?)next["proposal"]!["evidence"]![0], (string?)next["proposal"]!["evidence"]![9]));
        Assert.Equal(
            ["2026-discipline-akhir-t2", "2027-discipline-akhir-t9"], raised.Select(p => (string?)p!["id"]).Order());
    }

    [Fact]
    public async Task The_cuts_are_suspended_until_the_agency_takes_the_shipped_ladder_that_has_them()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, FebruaryOf2026);
        var api = later.ApiOf(agency.Id);
        // Fourteen working days from 13 January on, with a day of leave so that no ten are in a row.
        await PutAsync(api, agency, "employees", """
            {"employees":[{"id":"lama","unitId":"tu","kind":"pns","raterId":"head-1","startedOn":"2026-01-13"}]}
            """);
        await PutAsync(api, agency, "leave", """
            {"leave":[{"employeeId":"lama","kind":"leave","from":"2026-01-22","to":"2026-01-23","reference":"SC/1/2026"}]}
            """);
        var suspended = (await AbsencesAsync(api, "lama", 2026))["proposal"]!;
        await PutAsync(
            api, agency, "policies/discipline/2026-01-20", """{"shipped":"discipline-pp-94-2021"}""");
        var cut = (await AbsencesAsync(api, "lama", 2026))["proposal"]!;

        Assert.Equal(
            ("raiseDelayed", 12, null, 4, "discipline-2026.1"),
            ((string?)suspended["measure"], (int)suspended["months"]!, (decimal?)suspended["percent"],
                (int)suspended["tier"]!, (string?)suspended["policy"]));
        Assert.Contains("pasal 42", (string?)suspended["article"], StringComparison.Ordinal);
        Assert.Equal(
            ("allowanceCut", 6, 25m, 4, "discipline-2026-01-20.1"),
            ((string?)cut["measure"], (int)cut["months"]!, (decimal?)cut["percent"],
                (int)cut["tier"]!, (string?)cut["policy"]));
    }

    [Fact]
    public async Task Of_pppk_nothing_is_proposed_until_the_agency_has_a_rule_for_them()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, FebruaryOf2026);
        var api = later.ApiOf(agency.Id);
        var without = await AbsencesAsync(api, "ani-1", 2026);
        await PutAsync(api, agency, "policies/discipline/2026-01-01", """
            {"pppk":{
              "steps":[{"days":3,"measure":"oralWarning","article":"Pasal 3"}],
              "inARow":{"days":10,"measure":"contractEnded","article":"Pasal 4"}}}
            """);
        var with = await AbsencesAsync(api, "ani-1", 2026);

        Assert.True((int)without["countedDays"]! > 10);
        Assert.Equal(("noRuleForPppk", null), ((string?)without["noProposal"], without["proposal"]));
        Assert.Equal(
            (null, "contractEnded", "Pasal 4", 2),
            (with["noProposal"], (string?)with["proposal"]!["measure"], (string?)with["proposal"]!["article"],
                (int)with["proposal"]!["tier"]!));
    }

    [Fact]
    public async Task Minutes_of_lateness_make_a_day_only_by_the_agencys_switch()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var lateIn = await agency.Api.PostAsync(
            "/api/v1/check-ins", agency.CheckIn("masuk-siang", "budi", captured: "2026-01-05T09:40:00+09:00"));
        Assert.Equal(201, lateIn.Status);
        await using var later = await LaterApp.OpenAsync(cloud, new(2026, 1, 6, 1, 0, 0, TimeSpan.Zero));
        var api = later.ApiOf(agency.Id);
        var off = await AbsencesAsync(api, "budi", 2026);
        await PutAsync(api, agency, "policies/discipline/2026-01-01", """{"minutesOfADay":60}""");
        var on = await AbsencesAsync(api, "budi", 2026);

        Assert.Equal((1, null), ((int)off["countedDays"]!, (int?)off["minuteDays"]));
        Assert.Equal((3, 2), ((int)on["countedDays"]!, (int?)on["minuteDays"]));
        Assert.Equal(("oralWarning", 2), (
            (string?)on["proposal"]!["measure"], (int)on["proposal"]!["minuteDays"]!));
    }

    private static async Task<JsonNode> AbsencesAsync(Api api, string person, int year)
    {
        var answer = await api.GetAsync($"/api/v1/employees/{person}/absences/{year}");
        Assert.True(answer.Status == 200, $"{answer.Json}");
        return answer.Json!;
    }

    private static async Task PutAsync(Api api, SmallAgency agency, string path, string body)
    {
        var answer = await api.PutAsync($"/api/v1/agencies/{agency.Id}/{path}", body);
        Assert.True(answer.Status is 200 or 201 or 207, $"{path}: {answer.Json}");
    }
}
