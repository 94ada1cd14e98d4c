using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.FollowUp;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Tests.FlexibleWork;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.FollowUp;

public sealed class GrantRulesTests
{
    private static readonly LocalDate From = new(2026, 4, 15);

    private static FlexibleCase Good => FlexibleCases.Good(From) with { Entitlements = [] };

    [Fact]
    public void PP_30_2019_the_top_share_is_proposed_and_nobody_else()
    {
        Assert.Equal(GrantState.Proposed, GrantRules.Propose(1, TopShare.In, Good)!.State);
        Assert.Null(GrantRules.Propose(9, TopShare.Out, Good));
    }

    [Theory]
    [InlineData(TopShare.TiedAtCap, GrantState.TiedAtCap)]
    [InlineData(TopShare.ExcludedFromReward, GrantState.ExcludedFromReward)]
    public void A_tie_at_the_cap_and_an_exclusion_are_shown_and_cannot_be_approved(TopShare top, GrantState state)
    {
        var tied = GrantRules.Propose(2, top, Good)!;
        Assert.Equal(state, tied.State);
        Assert.Equal(RefusalCodes.NotEligible, GrantRules.Decide(tied, Good, Yes()).Refusal!.Code);
    }

    [Fact]
    public void PermenPANRB_4_2025_discipline_new_staff_and_unlisted_posts_are_told_all_at_once()
    {
        var good = Good;
        var barred = good with
        {
            Employee = good.Employee with { Discipline = DisciplineStatus.InProcess, StartedOn = From.PlusMonths(-3) },
            Post = good.Post! with { FlexibleWork = false },
        };

        var line = GrantRules.Propose(1, TopShare.In, barred)!;

        Assert.Equal(GrantState.NotEligible, line.State);
        Assert.Equal(
            [FlexibleReason.PostNotListed, FlexibleReason.DisciplineCase, FlexibleReason.NewStaff], line.Reasons);
    }

    [Fact]
    public void A_denied_kind_of_work_earns_no_grant_though_the_post_is_listed()
    {
        var denied = Good with { Post = Good.Post! with { Category = "firefighter" } };
        Assert.Equal([FlexibleReason.PostDenied], GrantRules.Propose(1, TopShare.In, denied)!.Reasons);
    }

    /// <summary>
    /// A grant begins on a date; on which weekday it falls, and that nothing is granted yet, are no reasons against it.
    /// </summary>
    [Fact]
    public void Neither_the_weekday_nor_the_missing_reward_stands_against_a_grant()
    {
        var sunday = Good with { Policy = Good.Policy! with { DaysAllowed = [IsoDayOfWeek.Friday] } };
        Assert.Equal(GrantState.Proposed, GrantRules.Propose(1, TopShare.In, sunday)!.State);
    }

    [Fact]
    public void Seed_001_a_line_becomes_a_grant_only_by_a_named_person()
    {
        var line = GrantRules.Propose(1, TopShare.In, Good)!;
        Assert.Null(line.Decision);
        var granted = GrantRules.Decide(line, Good, Yes()).Value;
        Assert.Equal((GrantState.Approved, "peg-boss"), (granted.State, $"{granted.Decision!.DecidedBy}"));
    }

    [Fact]
    public void The_same_decision_again_is_the_stored_one_and_another_is_refused()
    {
        var line = GrantRules.Decide(GrantRules.Propose(1, TopShare.In, Good)!, Good, Yes()).Value;
        Assert.Same(line, GrantRules.Decide(line, Good, Yes() with { At = Some.At("2026-05-01T00:00:00Z") }).Value);
        Assert.Equal(
            RefusalCodes.GrantDecided, GrantRules.Decide(line, Good, Yes() with { Approved = false }).Refusal!.Code);
    }

    [Fact]
    public void Nobody_approves_a_grant_of_ones_own()
    {
        var line = GrantRules.Propose(1, TopShare.In, Good)!;
        Assert.Equal(
            RefusalCodes.OwnCase,
            GrantRules.Decide(line, Good, Yes() with { DecidedBy = line.EmployeeId }).Refusal!.Code);
    }

    [Fact]
    public void An_approval_looks_afresh_and_grants_nothing_to_whoever_came_under_discipline_since()
    {
        var line = GrantRules.Propose(1, TopShare.In, Good)!;
        var since = Good with { Employee = Good.Employee with { Discipline = DisciplineStatus.Serving } };

        var decided = GrantRules.Decide(line, since, Yes()).Value;

        Assert.Equal((GrantState.NotEligible, null), (decided.State, decided.Decision));
        Assert.Equal([FlexibleReason.DisciplineCase], decided.Reasons);
    }

    [Fact]
    public void A_decline_stands_also_of_whoever_came_under_discipline_since()
    {
        var since = Good with { Employee = Good.Employee with { Discipline = DisciplineStatus.Serving } };
        var decided = GrantRules.Decide(
            GrantRules.Propose(1, TopShare.In, Good)!, since, Yes() with { Approved = false }).Value;
        Assert.Equal((GrantState.Declined, false), (decided.State, decided.Decision!.Approved));
    }

    [Fact]
    public void An_approved_line_is_a_place_and_a_start_for_the_terms_months()
    {
        var terms = FollowUpPolicy.Default.Grants;
        var list = new GrantList(
            Some.AgencyId, Some.Quarter, 1, From, From.PlusMonths(terms.Months), terms, "v", Some.Person("peg-boss"),
            Some.Morning);
        var line = GrantRules.Decide(GrantRules.Propose(1, TopShare.In, Good)!, Good, Yes()).Value;

        var made = list.Entitlements(line).ToList();

        Assert.Equal([EntitlementKind.FlexiblePlace, EntitlementKind.FlexibleStart], made.Select(e => e.Kind));
        Assert.Equal((1, new LocalTime(8, 30)), (made[0].DaysPerWeek, made[1].Start));
        Assert.All(made, e => Assert.Equal((From, new LocalDate(2026, 7, 15)), (e.From, e.To)));
        Assert.All(made, e => Assert.Null(EntitlementRules.Grant(e, null).Refusal));
    }

    private static GrantDecision Yes() =>
        new(Some.Person("peg-boss"), true, "Kinerja terbaik triwulan ini.", Some.Morning);
}
