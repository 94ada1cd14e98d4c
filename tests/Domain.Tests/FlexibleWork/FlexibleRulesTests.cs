using Kinerja.Domain.FlexibleWork;
using Kinerja.Domain.Geofencing;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Tests.FlexibleWork;

/// <summary>The truth table: from a case in which everything holds, each condition broken by itself.</summary>
public sealed class FlexibleRulesTests
{
    /// <summary>Wednesday.</summary>
    private static readonly LocalDate Date = new(2026, 2, 4);

    public static TheoryData<FlexibleReason> Breakable => [.. Breaks.Keys];

    private static readonly Dictionary<FlexibleReason, Func<FlexibleCase, FlexibleCase>> Breaks = new()
    {
        [FlexibleReason.PostDenied] = c => c with { Post = c.Post! with { Category = "firefighter" } },
        [FlexibleReason.DirectServiceUnit] = c => c with { Unit = c.Unit with { DirectService = true } },
        [FlexibleReason.NoPost] = c => c with { Post = null },
        [FlexibleReason.PostNotListed] = c => c with { Post = c.Post! with { FlexibleWork = false } },
        [FlexibleReason.NotActive] = c => c with { Employee = c.Employee with { Active = false } },
        [FlexibleReason.DisciplineCase] = c => c
            with
        { Employee = c.Employee with { Discipline = DisciplineStatus.InProcess } },
        [FlexibleReason.NewStaff] = c => c with { Employee = c.Employee with { StartedOn = c.Date } },
        [FlexibleReason.NotAdopted] = c => c with { Policy = null },
        [FlexibleReason.OutsidePilot] = c => c
            with
        { Policy = c.Policy! with { PilotUnits = [UnitId.Parse("lain").Value] } },
        [FlexibleReason.WaveNotBegun] = c => c
            with
        { Policy = c.Policy! with { Waves = [new(c.Date.PlusDays(1), [])] } },
        [FlexibleReason.DayNotAllowed] = c => c with
        {
            Policy = c.Policy! with { DaysAllowed = [.. c.Policy!.DaysAllowed.Where(d => d != c.Date.DayOfWeek)] }
        },
        [FlexibleReason.NoEntitlement] = c => c with { Entitlements = [] },
        [FlexibleReason.WeeklyQuotaUsed] = c => c
            with
        { Planned = [.. c.Planned, c.Date.PlusDays(c.Date.DayOfWeek == IsoDayOfWeek.Wednesday ? 2 : 1)] },
        [FlexibleReason.TooManyInARow] = c => c with { Policy = c.Policy! with { MostInARow = 0 } },
        [FlexibleReason.UnitShareReached] = c => c with { OthersElsewhere = c.OthersElsewhere + 5 },
    };

    [Fact]
    public void When_everything_holds_a_person_is_eligible()
    {
        var decision = FlexibleRules.Decide(FlexibleCases.Good(Date));
        Assert.True(decision.Eligible);
        Assert.Equal("flexible-work-2026-01-01.1", decision.PolicyVersion);
    }

    [Theory]
    [MemberData(nameof(Breakable))]
    public void Each_broken_condition_is_told_by_name_and_alone(FlexibleReason reason) =>
        Assert.Equal([reason], FlexibleRules.Decide(Breaks[reason](FlexibleCases.Good(Date))).Reasons);

    [Fact]
    public void Every_reason_of_planning_is_in_the_table() => Assert.Equal(
        Enum.GetValues<FlexibleReason>().Except([FlexibleReason.NotPlanned, FlexibleReason.OtherPlace]).Order(),
        Breaks.Keys.Order());

    [Fact]
    public void All_reasons_come_at_once_and_in_order()
    {
        var broken = Breaks.Where(b => b.Key is not (FlexibleReason.NoPost or FlexibleReason.NotAdopted))
            .Aggregate(FlexibleCases.Good(Date), (c, b) => b.Value(c));
        Assert.Equal(
            Enum.GetValues<FlexibleReason>().Where(
                r => Breaks.ContainsKey(r) && r is not (FlexibleReason.NoPost or FlexibleReason.NotAdopted)),
            FlexibleRules.Decide(broken).Reasons);
    }

    /// <summary>Any case at all, then one more condition broken: nobody becomes eligible by it.</summary>
    [Fact]
    public void Taking_a_condition_away_never_makes_anybody_eligible() => Always.HoldsFor(random =>
    {
        var any = FlexibleCases.Any(random);
        var before = FlexibleRules.Decide(any).Eligible;
        foreach (var (reason, breaks) in Breaks.Where(
            b => any is { Post: not null, Policy: not null } || b.Key is FlexibleReason.NotActive))
        {
            var after = FlexibleRules.Decide(breaks(any));
            Assert.False(after.Eligible && !before, $"{reason} made somebody eligible");
        }
    }, 500);

    [Fact]
    public void The_random_cases_have_eligible_people_among_them()
    {
        var random = new Random(1);
        Assert.InRange(
            Enumerable.Range(0, 500).Count(_ => FlexibleRules.Decide(FlexibleCases.Any(random)).Eligible), 10, 490);
    }

    [Fact]
    public void Deny_wins_over_the_agencys_list_and_no_policy_lifts_what_BKN_named()
    {
        var permissive = FlexibleCases.Good(Date).Policy! with { DenyCircularSectors = false };
        foreach (var work in DenyList.Shipped)
        {
            var asked = FlexibleCases.Good(Date) with { Policy = permissive };
            asked = asked with { Post = asked.Post! with { Category = work.Category } };
            Assert.Equal(
                work.Source == DenySource.NamedByBkn,
                FlexibleRules.Decide(asked).Reasons.Contains(FlexibleReason.PostDenied));
        }
    }

    [Fact]
    public void An_agency_denies_kinds_of_work_and_posts_of_its_own()
    {
        var good = FlexibleCases.Good(Date);
        var byKind = good with { Policy = good.Policy! with { DeniedCategories = ["policy-analysis"] } };
        var byPost = good with { Policy = good.Policy! with { DeniedPosts = [good.Post!.Id] } };
        Assert.Equal([FlexibleReason.PostDenied], FlexibleRules.Decide(byKind).Reasons);
        Assert.Equal([FlexibleReason.PostDenied], FlexibleRules.Decide(byPost).Reasons);
    }

    [Fact]
    public void Staff_are_new_up_to_the_day_on_which_the_months_are_over()
    {
        var good = FlexibleCases.Good(Date);
        Assert.True(
            FlexibleRules.Decide(
                good with { Employee = good.Employee with { StartedOn = new LocalDate(2025, 2, 4) } }).Eligible);
        Assert.False(
            FlexibleRules.Decide(
                good with { Employee = good.Employee with { StartedOn = new LocalDate(2025, 2, 5) } }).Eligible);
        Assert.True(FlexibleRules.Decide(good with { Employee = good.Employee with { StartedOn = null } }).Eligible);
    }

    [Fact]
    public void A_revoked_entitlement_and_one_of_another_kind_are_none()
    {
        var good = FlexibleCases.Good(Date);
        var place = good.Entitlements.Single();
        var revoked = good with { Entitlements = [place with { Revoked = new(Date, "Pindah tugas.", Some.Morning) }] };
        var other = good with { Entitlements = [place with { Kind = EntitlementKind.FlexibleStart }] };
        Assert.Equal([FlexibleReason.NoEntitlement], FlexibleRules.Decide(revoked).Reasons);
        Assert.Equal([FlexibleReason.NoEntitlement], FlexibleRules.Decide(other).Reasons);
    }

    [Fact]
    public void The_smaller_of_the_policys_and_the_entitlements_days_counts()
    {
        var two = FlexibleCases.Good(Date) with { Planned = [Date.PlusDays(2)] };
        two = two with { Policy = two.Policy! with { DaysPerWeek = 3 } };
        Assert.Equal([FlexibleReason.WeeklyQuotaUsed], FlexibleRules.Decide(two).Reasons);
        var more = two with { Entitlements = [two.Entitlements.Single() with { DaysPerWeek = null }] };
        Assert.True(FlexibleRules.Decide(more).Eligible);
        var free = two with { Policy = two.Policy! with { NeedsEntitlement = false } };
        Assert.True(FlexibleRules.Decide(free).Eligible);
    }

    [Fact]
    public void A_worked_day_is_held_against_plan_and_standing_but_not_against_quotas()
    {
        var worked = FlexibleCases.Good(Date)
            with
        { OthersElsewhere = 99, Planned = [Date.PlusDays(1), Date.PlusDays(2)] };
        var plan = new FlexibleDay(Some.Person(), Some.UnitId, Date, Some.FenceId("rumah"), Some.Morning, "v");
        Assert.Empty(FlexibleRules.Finding(worked, plan, [Some.FenceId("rumah")]));
        Assert.Equal([FlexibleReason.NotPlanned], FlexibleRules.Finding(worked, null, [Some.FenceId("rumah")]));
        Assert.Equal(
            [FlexibleReason.OtherPlace],
            FlexibleRules.Finding(worked, plan, [Some.FenceId("rumah"), Some.FenceId("kafe")]));
        var direct = worked with { Unit = worked.Unit with { DirectService = true } };
        Assert.Equal([FlexibleReason.DirectServiceUnit], FlexibleRules.Finding(direct, plan, [Some.FenceId("rumah")]));
        Assert.Equal(
            [FlexibleReason.DirectServiceUnit, FlexibleReason.NotAdopted],
            FlexibleRules.Finding(direct with { Policy = null }, null, [Some.FenceId("rumah")]));
        Assert.Empty(
            FlexibleRules.Finding(worked with { Policy = worked.Policy! with { PlanRequired = false } }, null, []));
    }

    [Fact]
    public void Only_home_and_WFA_areas_are_places_of_flexible_work() => Assert.Equal(
        [GeofenceKind.Home, GeofenceKind.WfaArea], Enum.GetValues<GeofenceKind>().Where(FlexibleDay.IsPlace));
}
