using Kinerja.Host.Tests.Refusals;

namespace Kinerja.Host.Tests.FollowUp;

/// <summary>
/// What follows from a person's months, over HTTP. The clock stands on Monday 5 January 2026, 10:00 in Jayapura.
/// </summary>
[Collection(nameof(LaterCloud))]
public sealed class StatementTests(CloudFixture cloud)
{
    private const string Deductions = "/api/v1/employees/ani-1/attendance/2026-01/deductions";

    private const string Scheme = """
        {"basis":"Aturan contoh","rules":[{"id":"absent","event":"absent","unit":"percentOfMonth","bands":[{"fromMinutes":0,"amount":4}]}]}
        """;

    [Fact]
    public async Task A_deduction_statement_names_the_scheme_and_the_days_and_counts_no_day_that_goes_on()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var policy = await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-01", Scheme);
        Assert.True(policy.Status == 200, $"{policy.Json}");

        var stated = await agency.Api.GetAsync(Deductions + "?allowanceRupiah=5000000");
        var without = await agency.Api.GetAsync(Deductions);

        var line = Assert.Single(stated.Json!["lines"]!.AsArray())!;
        Assert.Equal(("2026-01-02", "absent"), ((string?)line["date"], (string?)line["rule"]));
        Assert.Equal(
            ("deduction-2026-01-01.1", "Aturan contoh"),
            ((string?)stated.Json["scheme"], (string?)stated.Json["basis"]));
        Assert.Equal(
            (4m, 200_000m), ((decimal)stated.Json["percentOfMonth"]!, (decimal)stated.Json["deductionRupiah"]!));
        Assert.Null(without.Json!["deductionRupiah"]);
    }

    [Fact]
    public async Task Without_a_scheme_of_its_own_an_agency_gets_no_figure_and_a_plain_word()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var before = await agency.Api.GetAsync(Deductions + "?allowanceRupiah=5000000");
        await agency.Api.PutAsync($"/api/v1/agencies/{agency.Id}/policies/deduction/2026-01-02", Scheme);
        var midMonth = await agency.Api.GetAsync(Deductions);

        foreach (var stated in new[] { before, midMonth })
        {
            Assert.Equal((200, "noPolicy"), (stated.Status, (string?)stated.Json!["why"]));
            Assert.Equal(
                ["employeeId", "month", "why", "words"], stated.Json.AsObject().Select(m => m.Key).Order());
            Assert.StartsWith("Tidak ada angka:", (string?)stated.Json["words"]!["id"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_day_of_Ramadan_2027_from_8_to_15_is_whole_and_a_holiday_of_2027_is_off()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        await using var later = await LaterApp.OpenAsync(cloud, new(2027, 2, 16, 9, 0, 0, TimeSpan.Zero));
        var api = later.ApiOf(agency.Id);
        await api.PutAsync(
            $"/api/v1/agencies/{agency.Id}/policies/deduction/2027-01-01",
            """{"shipped":"deduction-pertanian-68-2012"}""");
        foreach (var (id, kind, time) in new[] { ("puasa-in", "in", "08:00"), ("puasa-out", "out", "15:00") })
        {
            var captured = $"2027-02-16T{time}:00+09:00";
            var sent = await api.PostAsync(
                "/api/v1/check-ins",
                agency.CheckIn(id, captured: captured, kind: kind).Replace(
                    "2026-01-05T10:00:00+09:00", "2027-02-16T18:00:00+09:00", StringComparison.Ordinal));
            Assert.True(sent.Status == 201, $"{sent.Json}");
        }

        var month = (await api.GetAsync("/api/v1/employees/ani-1/attendance/2027-02")).Json!;
        var stated = (await api.GetAsync("/api/v1/employees/ani-1/attendance/2027-02/deductions")).Json!;

        var (leave, day) = (month["days"]![4]!, month["days"]![15]!);
        Assert.Equal(("2027-02-05", "dayOff"), ((string?)leave["date"], (string?)leave["status"]));
        Assert.Equal(
            ("2027-02-16", "present", 0, 0),
            ((string?)day["date"], (string?)day["status"], (int?)day["lateMinutes"], (int?)day["earlyMinutes"]));
        Assert.Equal("calendar-shipped-2027.1", (string?)month["calendar"]);
        Assert.DoesNotContain(stated["lines"]!.AsArray(), l => (string?)l!["date"] is "2027-02-16" or "2027-02-05");
    }

    [Fact]
    public async Task The_days_of_absence_so_far_are_named_and_one_day_proposes_nothing()
    {
        var agency = await SmallAgency.RegisterAsync(cloud);
        var year = await agency.Api.GetAsync("/api/v1/employees/ani-1/absences/2026");
        var before = await agency.Api.GetAsync("/api/v1/employees/ani-1/absences/2025");

        Assert.Equal((1, 2026), ((int)year.Json!["countedDays"]!, (int)year.Json["year"]!));
        Assert.Equal(["2026-01-02"], year.Json["absentDays"]!.AsArray().Select(d => (string?)d));
        Assert.Null(year.Json["proposal"]);
        Assert.Equal(0, (int)before.Json!["countedDays"]!);
    }

    [Fact]
    public Task Statements_of_nobody_of_no_year_and_of_no_money_are_refused() =>
        Refused.WithNothingStoredAsync(cloud, async agency =>
    {
        foreach (var rupiah in new[] { "", "-1", "1.5", "1e6", "1000000001", "lima" })
        {
            await Refused.GetAsync(
                agency.Api, $"{Deductions}?allowanceRupiah={rupiah}", 400, "invalid-field", "/allowanceRupiah");
        }

        foreach (var year in new[] { "26", "1999", "3000", "02026", "2026-01", "dua" })
        {
            await Refused.GetAsync(
                agency.Api, $"/api/v1/employees/ani-1/absences/{year}", 400, "invalid-field", "/year");
        }

        await Refused.GetAsync(
            agency.Api,
            Deductions.Replace("2026-01", "2026-13", StringComparison.Ordinal),
            400,
            "invalid-field",
            "/month");
        await Refused.GetAsync(
            agency.Api,
            Deductions.Replace("ani-1", "nobody", StringComparison.Ordinal),
            404,
            "unknown-employee",
            "/employeeId");
        await Refused.GetAsync(
            agency.Api, "/api/v1/employees/nobody/absences/2026", 404, "unknown-employee", "/employeeId");
    });
}
