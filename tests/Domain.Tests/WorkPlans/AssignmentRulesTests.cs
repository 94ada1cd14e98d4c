using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;
using static Kinerja.Domain.Tests.WorkPlans.Planned;

namespace Kinerja.Domain.Tests.WorkPlans;

public sealed class AssignmentRulesTests
{
    private static readonly AgencyId Other = AgencyId.Parse("bkn").Value;

    // From the last day of the first quarter to the first day of the third, both included.
    private static readonly TeamAssignment Assignment = new(
        Some.Client("tim-0001"), Some.Person(), "Tim SPBE", "Anggota", Other, Some.Person("peg-ketua"),
        AssignmentOrigin.Appointed,
        "ST-1/2026", new LocalDate(2026, 3, 31), new LocalDate(2026, 7, 1), Some.Morning, 1);

    [Theory]
    [InlineData(1, "2026-01-01", null)]
    [InlineData(2, "2026-03-31", RefusalCodes.PeriodNotStarted)]
    [InlineData(2, "2026-04-01", null)]
    [InlineData(3, "2026-07-01", null)]
    [InlineData(4, "2026-10-01", RefusalCodes.InvalidField)]
    public void PermenPANRB_7_2022_the_team_leader_speaks_of_a_quarter_that_the_assignment_touches(
        int quarter, string today, string? code) =>
        Assert.Equal(code, FaultOf(Input(quarter), Other, today));

    [Fact]
    public void Of_a_quarter_before_the_assignment_nothing_is_said() =>
        Assert.Equal(
            RefusalCodes.InvalidField, FaultOf(Input(4) with { Quarter = new Quarter(2025, 4) }, Other, "2026-04-01"));

    [Fact]
    public void Only_the_named_leader_of_the_named_agency_speaks()
    {
        Assert.Equal(RefusalCodes.WrongAgency, FaultOf(Input(2), Some.AgencyId, "2026-04-01"));
        Assert.Equal(
            RefusalCodes.NotTheTeamLeader,
            FaultOf(Input(2) with { LeaderId = Some.Person("peg-lain") }, Other, "2026-04-01"));
    }

    [Theory]
    [InlineData("2026-03-31", true)]
    [InlineData("2026-03-30", false)]
    [InlineData("2031-04-04", true)]
    [InlineData("2031-04-05", false)]
    public void An_assignment_ends_on_its_first_day_or_later_within_five_years(string lastDay, bool good) =>
        Assert.Equal(
        good, AssignmentRules.FaultOf(
            Assignment with { LastDay = LocalDatePattern.Iso.Parse(lastDay).Value }, Some.AgencyId) is null);

    [Fact]
    public void Nobody_leads_himself_but_a_namesake_of_another_agency_may()
    {
        var own = Assignment with { LeaderId = Assignment.EmployeeId };
        Assert.Equal(
            "/leaderId", AssignmentRules.FaultOf(own with { LeaderAgencyId = Some.AgencyId }, Some.AgencyId)?.Pointer);
        Assert.Null(AssignmentRules.FaultOf(own, Some.AgencyId));
    }

    private static TeamInput Input(int quarter) => new(
        Assignment.Id, Assignment.EmployeeId, Q(quarter), Other, Assignment.LeaderId, null, "Rapi.", [], Some.Morning,
        1);

    private static string? FaultOf(TeamInput input, AgencyId caller, string today) =>
        AssignmentRules.FaultOf(input, Assignment, caller, LocalDatePattern.Iso.Parse(today).Value)?.Code;
}
