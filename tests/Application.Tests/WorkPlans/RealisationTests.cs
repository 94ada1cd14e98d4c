using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Application.Tests.WorkPlans.SomePlan;

namespace Kinerja.Application.Tests.WorkPlans;

public sealed class RealisationTests
{
    private readonly PlanWorld _world = new(January);

    [Fact]
    public async Task Realisation_counts_against_the_agreed_version_and_not_against_the_draft()
    {
        await AgreedAsync(Result(target: 100));
        await PutAsync(1, 90);
        await _world.Write.ExecuteAsync(
            Some.Actor, Some.Person(), NewYear, Claim(Content(Result(target: 10)), reason: "Lain."), null, default);
        Assert.Equal("90.00", await ValueAsync(new Quarter(2026, 1)));
    }

    [Fact]
    public async Task A_row_that_a_later_version_dropped_is_left_out()
    {
        await AgreedAsync(Result("rhk-1"), Result("rhk-2"));
        await PutAsync(1, 50);
        await _world.Write.ExecuteAsync(
            Some.Actor,
            Some.Person(),
            NewYear,
            Claim(Content(Result("rhk-2")), reason: "Peran baru."),
            null,
            default);
        await _world.Agree.ExecuteAsync(Some.Actor, Some.Person(), NewYear, Yes(2), default);
        Assert.Null(await ValueAsync(new Quarter(2026, 1)));
    }

    [Fact]
    public async Task A_year_is_read_from_all_its_quarters()
    {
        await AgreedAsync(Result());
        await PutAsync(1, 50);
        _world.Clock.MoveTo(Some.At("2026-11-02T00:00:00Z"));
        await PutAsync(4, 110);
        Assert.Equal(
            ("50.00", "110.00"),
            (await ValueAsync(new Quarter(2026, 1)), await ValueAsync(AppraisalPeriod.OfYear(2026))));
    }

    [Fact]
    public async Task Without_an_agreed_plan_nothing_is_taken()
    {
        Refused.Is(RefusalCodes.UnknownWorkPlan, await PutAsync(1, 1));
        await _world.Write.ExecuteAsync(Some.Actor, Some.Person(), NewYear, Claim(), null, default);
        Refused.Is(RefusalCodes.PlanNotAgreed, await PutAsync(1, 1));
        Assert.Empty(_world.Realisations.Rows);
    }

    [Fact]
    public async Task A_quarter_to_come_or_outside_the_plan_and_foreign_rows_are_refused()
    {
        await AgreedAsync(Result());
        Refused.Is(RefusalCodes.PeriodNotStarted, await PutAsync(2, 1));
        Refused.At(await PutAsync(new Quarter(2025, 4), "rhk-1", 1), "/period");
        Refused.Is(RefusalCodes.UnknownResult, await PutAsync(new Quarter(2026, 1), "rhk-7", 1));
        Assert.Empty(_world.Realisations.Rows);
    }

    [Fact]
    public async Task The_same_report_is_no_version_and_a_change_on_another_one_is_stale()
    {
        await AgreedAsync(Result());
        await PutAsync(1, 1);
        Assert.Equal(1, (await PutAsync(new Quarter(2026, 1), "rhk-1", 1, expected: 9)).Value.Version);
        Refused.Is(RefusalCodes.StaleVersion, await PutAsync(new Quarter(2026, 1), "rhk-1", 2, expected: 9));
        Assert.Equal(2, (await PutAsync(new Quarter(2026, 1), "rhk-1", 2, expected: 1)).Value.Version);
    }

    [Fact]
    public async Task The_policy_says_how_plans_share_the_year_and_the_answer_names_it()
    {
        await AgreedAsync(Result());
        await PutAsync(1, 100);
        _world.Clock.MoveTo(Some.At("2026-08-03T00:00:00Z"));
        var second = new LocalDate(2026, 7, 20);
        await _world.Write.ExecuteAsync(Some.Actor, Some.Person(), second, Claim(), null, default);
        await _world.Agree.ExecuteAsync(Some.Actor, Some.Person(), second, Yes(), default);
        await _world.Report.PutAsync(
            Some.Actor, Some.Person(), second, Reported(new Quarter(2026, 3), "rhk-1", 0), null, default);
        // 200 of 365 days, or 7 of 12 months.
        Assert.Equal("54.79", await ValueAsync(AppraisalPeriod.OfYear(2026)));
        _world.AddPolicy("""{"proRating":"months"}""");
        Assert.Equal("58.33", await ValueAsync(AppraisalPeriod.OfYear(2026)));
        Assert.Equal("work-plan-2026-01-01.1", (await ReadAsync(AppraisalPeriod.OfYear(2026))).Policy.Version);
    }

    private async Task AgreedAsync(params PlannedResult[] results)
    {
        await _world.Write.ExecuteAsync(Some.Actor, Some.Person(), NewYear, Claim(Content(results)), null, default);
        await _world.Agree.ExecuteAsync(Some.Actor, Some.Person(), NewYear, Yes(), default);
    }

    private Task<Result<Realisation>> PutAsync(int quarter, decimal value) =>
        PutAsync(new Quarter(2026, quarter), "rhk-1", value);

    private Task<Result<Realisation>> PutAsync(Quarter quarter, string result, decimal value, int? expected = null) =>
        _world.Report.PutAsync(
            Some.Actor, Some.Person(), NewYear, Reported(quarter, result, value), Some.Standing(expected), default);

    private static RealisationCommand Reported(Quarter quarter, string result, decimal value) =>
        new(quarter, [new RealisedResult(Row(result), null, [new RealisedFigure(Row("jumlah"), value)], [])]);

    private async Task<ReadSkp> ReadAsync(AppraisalPeriod period) =>
        (await _world.Skp.ReadAsync(Some.AgencyId, Some.Person(), period, default)).Value;

    private async Task<string?> ValueAsync(AppraisalPeriod period) =>
        (await ReadAsync(period)).Statement.Value?.ToString();
}
