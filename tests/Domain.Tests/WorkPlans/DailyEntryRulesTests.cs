using FsCheck;
using FsCheck.Fluent;
using Kinerja.Domain.Workforce;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class DailyEntryRulesTests
{
    private static readonly LocalDate Monday = new(2026, 2, 2);

    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Jakarta"];

    private static readonly (WorkPlan Plan, PlanSpan Span) Agreed =
        (Plan(MainResult("a", Words())), PlanSpan.ToYearsEnd(new(2026, 1, 1)));

    /// <summary>Against days counted one by one: the clock of the agency says which day it is.</summary>
    [Fact]
    public void Late_is_what_is_first_submitted_after_the_last_day_of_the_term()
    {
        var cases = Gen.Choose(0, 30).SelectMany(term => Gen.Choose(0, 60 * 24 * 40).Select(late => (term, late)));
        Prop.ForAll(cases.ToArbitrary(), given =>
        {
            var (term, minutes) = given;
            var at = Monday.AtMidnight().InZoneStrictly(Zone).ToInstant() + Duration.FromMinutes(minutes);
            var entry = Written(null, Asked(DailyEntryState.Submitted, at), term);
            var last = Monday;
            for (var i = 0; i < term; i++)
            {
                last = last.PlusDays(1);
            }

            return entry.Late == (minutes / (60 * 24) > term) && entry.DueOn == last;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Putting_right_what_was_sent_back_makes_nobody_late()
    {
        var first = Written(null, Asked(DailyEntryState.Submitted, At(Monday)), 1);
        var back = DailyEntryRules.Decide(first, Said(false, "Bukti kurang."), Raters).Value;
        var again = Written(back, Asked(DailyEntryState.Submitted, At(Monday.PlusDays(9)), "Lengkap."), 1);

        Assert.Equal(
            (false, 3, first.SubmittedAt, "Bukti kurang."),
            (again.Late, again.Version, again.SubmittedAt, again.Decision!.Words));
    }

    [Fact]
    public void A_draft_is_not_late_and_without_a_term_nothing_is()
    {
        Assert.False(Written(null, Asked(DailyEntryState.Draft, At(Monday.PlusDays(9))), 1).Late);
        var free = Written(null, Asked(DailyEntryState.Submitted, At(Monday.PlusDays(90))), null);
        Assert.Equal((false, null), (free.Late, free.DueOn));
    }

    [Fact]
    public void Only_what_waits_is_decided_and_what_is_approved_stays()
    {
        var draft = Written(null, Asked(DailyEntryState.Draft, At(Monday)), null);
        Assert.Equal(
            RefusalCodes.DailyEntrySettled, DailyEntryRules.Decide(draft, Said(true, null), Raters).Refusal!.Code);
        var submitted = Written(draft, Asked(DailyEntryState.Submitted, At(Monday)), null);
        var approved = DailyEntryRules.Decide(submitted, Said(true, null), Raters).Value;
        Assert.Same(approved, DailyEntryRules.Decide(approved, Said(true, null), Raters).Value);
        Assert.Equal(
            RefusalCodes.DailyEntrySettled,
            DailyEntryRules.Write(
                approved, Asked(DailyEntryState.Submitted, At(Monday), "Lain."), Agreed, null, Zone).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.ReasonRequired, DailyEntryRules.Decide(submitted, Said(false, null), Raters).Refusal!.Code);
    }

    [Theory]
    [InlineData("peg-head", null)]
    [InlineData("peg-0001", RefusalCodes.NotTheRater)]
    [InlineData("peg-lain", RefusalCodes.NotTheRater)]
    public void The_rater_decides_and_nobody_else_the_person_least_of_all(string who, string? code)
    {
        var submitted = Written(null, Asked(DailyEntryState.Submitted, At(Monday)), null);
        var decision = new DailyEntryDecision(Some.Person(who), true, null, At(Monday));
        Assert.Equal(code, DailyEntryRules.Decide(submitted, decision, Raters).Refusal?.Code);
    }

    private static RatersOnDay Raters => new(Some.Employee(), [], Monday);

    private static DailyEntryDecision Said(bool approved, string? words) =>
        new(Some.Person("peg-head"), approved, words, At(Monday));

    private static DailyEntry Written(DailyEntry? current, DailyEntry asked, int? term) =>
        DailyEntryRules.Write(current, asked, Agreed, term, Zone).Value;

    private static Instant At(LocalDate day) => day.AtMidnight().InZoneStrictly(Zone).ToInstant();

    private static DailyEntry Asked(DailyEntryState state, Instant at, string words = "Berkas.") => new(
        Some.Person(), Monday, ClientId.Parse("harian-1").Value,
        new DailyEntryContent(new(2026, 1, 1), Row("a"), words, 60, null, [], []), state, at, 0);
}
