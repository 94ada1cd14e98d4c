using Kinerja.Domain;
using Kinerja.Domain.Runs;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Runs;

/// <summary>A period that is over, and the days of grace after it in which ratings may still come.</summary>
public sealed record OverPeriod(AppraisalPeriod Period, int GraceDays);

/// <summary>
/// Which periods an agency evaluates: years and quarters, and months where its policy says so. None that was over
/// before the agency began.
/// </summary>
public sealed class EvaluatedPeriods(PinnedPolicies policies, RunSettings settings, TimeProvider clock)
{
    /// <summary>The newest of each kind that is over, in grace or past it.</summary>
    public async Task<IReadOnlyList<OverPeriod>> NewestAsync(Agency agency, CancellationToken cancel)
    {
        var found = new List<OverPeriod>();
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            var period = RunRules.NewestOver(kind, agency, clock.Now());
            var policy = await policies.EvaluationAsync(agency.Id, period, cancel);
            if (agency.Has(period) && policy.Evaluates(period))
            {
                found.Add(new(period, policy.GraceDays ?? settings.GraceDays));
            }
        }

        return found;
    }

    /// <summary>The newest of each kind whose days of grace have passed too.</summary>
    public async Task<IReadOnlyList<AppraisalPeriod>> DueAsync(Agency agency, CancellationToken cancel)
    {
        var due = new List<AppraisalPeriod>();
        foreach (var kind in Enum.GetValues<PeriodKind>())
        {
            var newest = RunRules.NewestOver(kind, agency, clock.Now());
            var policy = await policies.EvaluationAsync(agency.Id, newest, cancel);
            var period = RunRules.Due(newest, agency, clock.Now(), policy.GraceDays ?? settings.GraceDays);
            if (period != newest)
            {
                policy = await policies.EvaluationAsync(agency.Id, period, cancel);
            }

            if (agency.Has(period) && policy.Evaluates(period))
            {
                due.Add(period);
            }
        }

        return due;
    }

    /// <summary>Null where the agency evaluates the period.</summary>
    public async Task<Refusal?> WhyNotAsync(Agency agency, AppraisalPeriod period, CancellationToken cancel) =>
        agency.WhyNot(period) is { } before ? before
            : (await policies.EvaluationAsync(agency.Id, period, cancel)).Evaluates(period) ? null
            : new Refusal(
                RefusalKind.Unprocessable,
                RefusalCodes.PeriodNotEvaluated,
                "The agency evaluates no months; its `evaluation` policy of the month's last day would say so.");
}
