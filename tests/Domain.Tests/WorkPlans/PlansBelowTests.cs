using Kinerja.Domain.WorkPlans;
using NodaTime;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class PlansBelowTests
{
    private static readonly EmployeeId Head = Some.Person("peg-head");

    [Fact]
    public void A_cell_stands_under_the_result_that_it_serves_and_nothing_is_left_out()
    {
        var matrix = RolesMatrix.Of(
            Head,
            2026,
            [Plan(MainResult("iku-2", Words()), MainResult("iku-1", Words()))],
            [Some.Person("peg-0002"), Some.Person()],
            [
                Plan(Serving("a", "iku-1"), Serving("b", null), Serving("c", "iku-9")),
                Plan(Serving("d", "iku-1")) with { EmployeeId = Some.Person("peg-0002") },
            ]);
        Assert.Equal([Some.Person(), Some.Person("peg-0002")], matrix.People);
        Assert.Equal(["iku-1", "iku-2"], matrix.Columns.Select(c => c.Result.Id.ToString()));
        Assert.Equal(["a", "d"], matrix.Columns[0].Cells.Select(c => c.Result.Id.ToString()));
        Assert.Empty(matrix.Columns[1].Cells);
        Assert.Equal(["b", "c"], matrix.Apart.Select(c => c.Result.Id.ToString()));
    }

    [Fact]
    public void A_result_in_two_plans_of_the_leader_is_one_column_as_the_later_words_it()
    {
        var matrix = RolesMatrix.Of(
            Head,
            2026,
            [
                PlanFrom(new(2026, 7, 1), MainResult("iku-1", Words()) with { Words = "Baru" }),
                Plan(MainResult("iku-1", Words()))
            ],
            [],
            []);
        Assert.Equal("Baru", Assert.Single(matrix.Columns).Result.Words);
    }

    [Theory]
    [InlineData("2026-01-31", false)]
    [InlineData("2026-02-01", true)]
    public void Who_has_no_agreed_plan_after_January_is_overdue(string today, bool overdue) => Assert.Equal(
        [new MissingPlan(Some.Person(), NewYear, new(2026, 1, 31), null, overdue)], Missing([], [], today));

    [Fact]
    public void A_draft_is_missing_too_and_an_agreed_plan_with_a_later_draft_is_not()
    {
        var (first, second) = (Plan(MainResult("a", Words())), Plan(MainResult("a", Words())) with { Version = 2 });
        Assert.Equal(1, Assert.Single(Missing([first], [], "2026-02-01")).DraftedVersion);
        Assert.Empty(Missing([second], [first], "2026-02-01"));
    }

    [Fact]
    public void A_plan_after_a_change_of_post_is_missing_until_it_is_agreed()
    {
        var (first, second) = (Plan(MainResult("a", Words())), PlanFrom(new(2026, 7, 1), MainResult("a", Words())));
        var missing = Assert.Single(Missing([first, second], [first], "2026-07-31"));
        Assert.Equal(
            (new LocalDate(2026, 7, 1), new LocalDate(2026, 7, 31), false),
            (missing.From, missing.DueOn, missing.Overdue));
    }

    [Fact]
    public void Who_starts_during_the_year_is_due_from_the_first_day_in_service()
    {
        var missing = Assert.Single(Missing([], [], "2026-03-01", started: new(2026, 3, 2)));
        Assert.Equal((new LocalDate(2026, 3, 2), new LocalDate(2026, 4, 1)), (missing.From, missing.DueOn));
        Assert.Equal(NewYear, Assert.Single(Missing([], [], "2026-03-01", started: new(2019, 3, 2))).From);
        Assert.Empty(Missing([], [], "2026-03-01", started: new(2027, 1, 1)));
    }

    [Theory]
    [InlineData("https://arsip.go.id/2026?x=1", null, true)]
    [InlineData(null, "ND-12/2026", true)]
    [InlineData(null, null, false)]
    [InlineData("https://arsip.go.id", "ND-12", false)]
    [InlineData("http://arsip.go.id", null, false)]
    [InlineData("ftp://arsip.go.id", null, false)]
    [InlineData("/arsip", null, false)]
    [InlineData("javascript:alert(1)", null, false)]
    [InlineData("https://nama:sandi@arsip.go.id", null, false)]
    [InlineData("https://arsip.go.id/a b", null, false)]
    public void Evidence_is_an_https_address_or_a_document(string? url, string? document, bool good) =>
        Assert.Equal(good, EvidenceLink.FaultOf(new EvidenceLink(url, document, null)) is null);

    private static PlannedResult Serving(string id, string? serves) =>
        MainResult(id, Words()) with { ServesId = serves is null ? null : Row(serves) };

    private static IReadOnlyList<MissingPlan> Missing(
        WorkPlan[] latest, WorkPlan[] agreed, string today, LocalDate? started = null) =>
        [.. MissingPlan.Of(
            Some.Employee() with { StartedOn = started }, 2026, latest, agreed, WorkPlanPolicy.Default,
            NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value)];
}
