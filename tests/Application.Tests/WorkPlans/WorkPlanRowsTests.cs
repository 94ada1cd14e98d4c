using Kinerja.Application.Tests.Tables;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.WorkPlans;

/// <summary>
/// Plans come back equal from their rows, and the longest that is taken keeps within the service's limits.
/// </summary>
public sealed class WorkPlanRowsTests
{
    [Fact]
    public void A_plan_comes_back() => Always.HoldsFor(random =>
    {
        var stored = AnyPlan.Of(new Any(random), random);
        var read = WorkPlanRows.Read(Columns.WithinLimits(WorkPlanRows.Write(Some.AgencyId, "k", stored)));
        Assert.Equal(StoredPlanContent.Write(stored.Content), StoredPlanContent.Write(read.Content));
        Assert.Equal(stored, read with { Content = stored.Content });
    });

    [Fact]
    public void A_realisation_comes_back() => Always.HoldsFor(random =>
    {
        var any = new Any(random);
        var stored = new Realisation(
            any.Person(),
            SomePlan.NewYear.PlusDays(random.Next(365)),
            new Domain.Quarter(2026, 1 + random.Next(4)),
            [
                .. Enumerable.Range(0, random.Next(1, 5)).Select(i => new RealisedResult(
                    SomePlan.Row($"r{i}"), any.MaybeWords()?.Trim(),
                    [new RealisedFigure(SomePlan.Row("n"), random.Next(1_000_000) / 10_000m)],
                    [
                        new EvidenceLink("https://arsip.example.go.id/é", null, null),
                        new EvidenceLink(null, "ND-1", any.MaybeWords()?.Trim())
                    ])),
            ],
            any.Instant(),
            1 + any.Int(999));
        var read = TableRealisations.Read(Columns.WithinLimits(TableRealisations.Write(Some.AgencyId, stored)));
        Assert.Equal(StoredRealisedResult.Write(stored.Results), StoredRealisedResult.Write(read.Results));
        Assert.Equal(stored, read with { Results = stored.Results });
    });

    [Fact]
    public void An_assignment_its_pointer_and_an_input_come_back() => Always.HoldsFor(random =>
    {
        var any = new Any(random);
        var stored = new TeamAssignment(
            any.Client(), any.Person(), any.Text(), any.Text(), any.Agency(), any.Person(),
            any.Enum<AssignmentOrigin>(), any.Text(),
            any.Day(), any.Day(), any.Instant(), 1 + any.Int(999));
        Assert.Equal(stored, AssignmentRows.Read(Columns.WithinLimits(AssignmentRows.Write(Some.AgencyId, stored))));
        Assert.Equal(
            (Some.AgencyId, stored.EmployeeId, stored.Id),
            AssignmentRows.ReadPointer(Columns.WithinLimits(AssignmentRows.WritePointer(Some.AgencyId, stored))));
        var input = new TeamInput(
            stored.Id, stored.EmployeeId, any.Quarter(), stored.LeaderAgencyId, stored.LeaderId,
            any.Maybe(any.Enum<ExpectationLevel>),
            any.Text(), [new EvidenceLink(null, any.Text(), any.MaybeWords())], any.Instant(), 1 + any.Int(999));
        var read = AssignmentRows.ReadInput(Columns.WithinLimits(AssignmentRows.Write(Some.AgencyId, input)));
        Assert.Equal(input.Evidence, read.Evidence);
        Assert.Equal(input, read with { Evidence = input.Evidence });
    });

    /// <summary>Each character takes six bytes in JSON at most, and rows and indicators cannot be more.</summary>
    [Fact]
    public void The_longest_plan_that_is_taken_fits_its_row()
    {
        var indicator = new Indicator(
            SomePlan.Row(new string('n', 32)), "\u0001", IndicatorAspect.Quantity, null,
            new IndicatorTarget(123_456_789_012_345.1234m, "ꦏ", TargetDirection.MoreIsBetter, TargetCounting.Latest,
                [.. Enumerable.Range(1, 4).Select(q => new QuarterTarget(q, 123_456_789_012_345.1234m))]));
        var result = new PlannedResult(
            SomePlan.Row(new string('r', 32)), ResultKind.Main, new string('ꦏ', 1000), null,
            SomePlan.Row(new string('s', 32)),
            Some.Client(new string('c', 64)), 10_000,
            [.. Enumerable.Repeat(indicator, PlanContentRules.MostIndicators)]);
        var line = new string('ꦏ', 1000);
        var content = new PlanContent(
            null,
            [.. Enumerable.Repeat(result, PlanContentRules.MostResults)],
            [],
            new PlanAnnex([.. Enumerable.Repeat(line, 19)], [], []));
        Assert.InRange(PlanContentRules.CharactersOf(content), 59_000, PlanContentRules.MostCharacters);
        var plan = new WorkPlan(Some.Person(), SomePlan.NewYear, 1, null, content, line, Some.Person(), Some.Morning);
        Columns.WithinLimits(WorkPlanRows.Write(Some.AgencyId, "k", plan));
    }
}

/// <summary>Any valid plan.</summary>
internal static class AnyPlan
{
    internal static WorkPlan Of(Any any, Random random)
    {
        var weights = Shares.OfAll([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => 1L + random.Next(9))]);
        var weighted = any.Bool();
        return new WorkPlan(
            any.Person(),
            new LocalDate(2000 + random.Next(1000), 1 + random.Next(12), 1 + random.Next(28)),
            1 + any.Int(999_998),
            any.Maybe(any.Person),
            new PlanContent(
                any.Maybe(any.Post),
                [
                    .. weights.Select((w, i) => Result(any, random, $"r{i}", ResultKind.Main, weighted ? w : null)),
                    Result(any, random, "z", ResultKind.Additional, null)
                ],
                [.. Enum.GetValues<FeedbackSubject>().Where(v => v != FeedbackSubject.Result && any.Bool())
                    .Select(v => new BehaviourExpectation(v, Text(any)))],
                new PlanAnnex([Text(any)], [], [Text(any), Text(any)])),
            any.MaybeWords(),
            any.Person(),
            any.Instant())
        {
            Agreement = any.Bool() ? new PlanAgreement(any.Person(), any.Instant(), any.MaybeWords()) : null,
        };
    }

    private static PlannedResult Result(Any any, Random random, string id, ResultKind kind, int? weight) => new(
        SomePlan.Row(id), kind, Text(any), any.Bool() ? Text(any) : null, any.Bool() ? SomePlan.Row("iku-1") : null,
        any.Maybe(any.Client), weight,
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(i => any.Bool()
            ? new Indicator(SomePlan.Row($"n{i}"), Text(any), null, null, null)
            : new Indicator(
                SomePlan.Row($"n{i}"),
                Text(any),
                any.Bool() ? any.Enum<IndicatorAspect>() : null,
                null,
                Target(any, random)) is var counted
                && counted.Aspect is null ? counted with { Perspective = "Penerima layanan" } : counted)]);

    private static IndicatorTarget Target(Any any, Random random) => new(
        random.Next(1, 1_000_000) / 10_000m, "berkas", any.Enum<TargetDirection>(), TargetCounting.Latest,
        any.Bool() ? [] : [new QuarterTarget(random.Next(1, 5), random.Next(1, 1_000_000) / 10_000m)]);

    /// <summary>Texts are read trimmed.</summary>
    private static string Text(Any any) => any.Text().Trim();
}
