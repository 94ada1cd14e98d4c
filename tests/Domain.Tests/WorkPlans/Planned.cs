using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Domain.Tests.WorkPlans;

/// <summary>Plans and realisations in few words; a test names only what it is about.</summary>
internal static class Planned
{
    internal static readonly LocalDate NewYear = new(2026, 1, 1);

    internal static readonly Quarter[] Year = [Q(1), Q(2), Q(3), Q(4)];

    private static readonly PlanAnnex NoAnnex = new([], [], []);

    internal static Quarter Q(int number) => new(2026, number);

    internal static PlanRowId Row(string id) => PlanRowId.Parse(id).Value;

    internal static Indicator Counted(
        string id,
        decimal target,
        TargetDirection direction = TargetDirection.MoreIsBetter,
        TargetCounting counting = TargetCounting.Latest,
        params QuarterTarget[] quarters) =>
        new(
            Row(id),
            "Indikator",
            IndicatorAspect.Quantity,
            null,
            new IndicatorTarget(target, "berkas", direction, counting, quarters));

    internal static Indicator Words(string id = "kata") => new(Row(id), "Dinilai pimpinan", null, null, null);

    internal static PlannedResult MainResult(string id, params Indicator[] indicators) =>
        Result(id, ResultKind.Main, null, indicators);

    internal static PlannedResult Weighing(string id, decimal percent, params Indicator[] indicators) =>
        Result(id, ResultKind.Main, (int)(percent * 100), indicators);

    internal static PlannedResult Additional(string id, params Indicator[] indicators) =>
        Result(id, ResultKind.Additional, null, indicators);

    internal static PlanContent Content(params PlannedResult[] results) => new(null, results, [], NoAnnex);

    internal static WorkPlan Plan(params PlannedResult[] results) => PlanFrom(NewYear, results);

    internal static WorkPlan PlanFrom(LocalDate from, params PlannedResult[] results) => new(
        Some.Person(), from, 1, Some.Person("peg-head"), Content(results), null, Some.Person(), Some.Morning);

    /// <summary>Figures as "result/indicator" and value.</summary>
    internal static Realisation Realised(int quarter, params (string Row, decimal Value)[] figures) =>
        RealisedOf(NewYear, quarter, figures);

    internal static Realisation RealisedOf(LocalDate from, int quarter, params (string Row, decimal Value)[] figures) =>
        new(
        Some.Person(),
        from,
        Q(quarter),
        [
            .. figures.GroupBy(f => f.Row.Split('/')[0]).Select(same => new RealisedResult(
                Row(same.Key), null, [.. same.Select(f => new RealisedFigure(Row(f.Row.Split('/')[1]), f.Value))], [])),
        ],
        Some.Morning,
        1);

    private static PlannedResult Result(string id, ResultKind kind, int? weight, Indicator[] indicators) =>
        new(Row(id), kind, "Hasil kerja", null, null, null, weight, indicators);
}
