using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Domain.Tests.Feedback;

public sealed class CoachingRulesTests
{
    private static readonly LocalDate Today = new(2026, 2, 2);
    private static readonly EmployeeId Coach = Some.Person("peg-head");
    private static readonly EmployeeId Above = Some.Person("peg-top");

    [Fact]
    public void The_person_rates_before_the_superior_speaks_and_then_nothing_changes()
    {
        var written = Session(1, Today, 2);
        var view = new SuperiorView(Above, "Lanjutkan.", Some.Morning);
        Assert.Equal(RefusalCodes.CoachingSpoken, CoachingRules.View(written, view, Above).Refusal!.Code);
        var rated = CoachingRules.Rate(written, Rating(4)).Value;
        Assert.Equal(2, rated.Version);
        Assert.Same(rated, CoachingRules.Rate(rated, Rating(4)).Value);
        Assert.Equal(5, CoachingRules.Rate(rated, Rating(5)).Value.Rating!.Criteria[0].Step);
        Assert.Equal(RefusalCodes.NotTheAuthority, CoachingRules.View(rated, view, Coach).Refusal!.Code);
        Assert.Equal(RefusalCodes.NotTheAuthority, CoachingRules.View(rated, view, null).Refusal!.Code);

        var viewed = CoachingRules.View(rated, view, Above).Value;
        Assert.Same(viewed, CoachingRules.View(viewed, view, Above).Value);
        Assert.Equal(RefusalCodes.CoachingSpoken, CoachingRules.Rate(viewed, Rating(5)).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.CoachingSpoken,
            CoachingRules.View(viewed, view with { Words = "Lain." }, Above).Refusal!.Code);
        Assert.Equal(
            RefusalCodes.CoachingSpoken,
            CoachingRules.Write(rated, Session(3, Today, 3), Some.Employee(), [], Today).Refusal!.Code);
    }

    [Fact]
    public void Progress_is_an_aims_first_and_last_step_in_the_order_of_the_sessions()
    {
        var progress = CoachingRules.ProgressOf(
            Some.Person(),
            [Session(1, Today, 4), Session(1, Today.PlusDays(-9), 2), Session(1, Today.PlusDays(-1), 5)]);
        Assert.Equal((3, Today, 0), (progress.Sessions, progress.LastHeldOn, progress.Rated));
        Assert.Equal((2, 4), (progress.Aims.Single().FirstStep, progress.Aims.Single().LastStep));
        Assert.Null(CoachingRules.ProgressOf(Some.Person(), []).LastHeldOn);
    }

    private static SessionRating Rating(int step) => new([new("Tujuan jelas", step)], null, Some.Morning);

    private static CoachingSession Session(int version, LocalDate held, int step) => new(
        Some.Client("sesi-0001"), Some.Person(), Coach,
        new(Some.Quarter, held, "Analisis.", [new(Some.Client("analisis"), "Data", step, "Latihan.")]),
        Some.Morning, version);
}
