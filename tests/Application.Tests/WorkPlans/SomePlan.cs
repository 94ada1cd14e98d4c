using Kinerja.Application.WorkPlans;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Tests.WorkPlans;

/// <summary>One valid plan and realisation; a test names only what it is about.</summary>
internal static class SomePlan
{
    internal static readonly LocalDate NewYear = new(2026, 1, 1);

    /// <summary>In January, when plans are set.</summary>
    internal static readonly Instant January = Some.At("2026-01-12T02:00:00Z");

    internal static PlanRowId Row(string id) => PlanRowId.Parse(id).Value;

    internal static PlannedResult Result(string id = "rhk-1", string? serves = null, decimal target = 100) => new(
        Row(id), ResultKind.Main, "Layanan selesai", null, serves is null ? null : Row(serves), null, null,
        [
            new(Row("jumlah"), "Berkas", IndicatorAspect.Quantity, null,
                new IndicatorTarget(target, "berkas", TargetDirection.MoreIsBetter, TargetCounting.Latest, [])),
        ]);

    internal static PlanContent Content(params PlannedResult[] results) =>
        new(null, results is [] ? [Result()] : results, [], new PlanAnnex([], [], []));

    internal static WorkPlanCommand Claim(PlanContent? content = null, string by = "peg-0001", string? reason = null) =>
        new(Some.Person(by), reason, content ?? Content());

    internal static PlanAgreementCommand Yes(int version = 1, string by = "peg-head") =>
        new(Some.Person(by), version, "Sepakat.");
}
