using Kinerja.Application.Runs;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Application.Ranking;

/// <summary>
/// A rater's written reason for judgements that stand apart from the peers'. Taken from whoever rated somebody in an
/// evaluated run, asked for or not: what stands apart may change with a policy. The same text again adds no version.
/// </summary>
public sealed class WriteRaterReason(IRuns runs, IRunResults results, IRaterReasons reasons, TimeProvider clock)
{
    public async Task<Result<RaterReason>> PutAsync(
        Actor actor, AppraisalPeriod period, EmployeeId rater, string text, VersionCondition? condition,
        CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (!(await ReadCalibration.FindEvaluatedAsync(runs, agency, period, cancel)).TryGet(
            out var run, out var refusal))
        {
            return refusal;
        }

        if (!await results.ListInputsAsync(run, HashRange.All, cancel).AnyAsync(
            i => i.Rating?.RaterId == rater, cancel))
        {
            return new Refusal(
                RefusalKind.Unprocessable, RefusalCodes.NothingRated, $"{rater} rated nobody in the run of {period}.");
        }

        var current = await reasons.FindAsync(agency, period, rater, cancel);
        var version = current?.Value.Version ?? 0;
        if (condition?.Allows(version) == false)
        {
            return Stale(version);
        }

        if (current is not null && current.Value.Text == text)
        {
            return current.Value;
        }

        var next = new RaterReason(period, rater, text, clock.Now(), version + 1) { Actor = actor.For(rater) };
        return await reasons.PutAsync(agency, next, current?.Tag, cancel) ? next : Stale(version + 1);
    }

    public async Task<Result<RaterReason>> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId rater, CancellationToken cancel) =>
        await reasons.FindAsync(agency, period, rater, cancel) is { } found
            ? found.Value
            : new Refusal(
                RefusalKind.NotFound, RefusalCodes.UnknownReason, $"{rater} has written no reason for {period}.");

    private static Refusal Stale(int version) => Refusal.Stale($"The reason's current version is {version}.");
}
