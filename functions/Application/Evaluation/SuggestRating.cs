using Kinerja.Application.Feedback;
using Kinerja.Application.Policies;
using Kinerja.Application.Workforce;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Evaluation;

/// <summary>A suggestion with the achievement that it reads, and the policies it was made by.</summary>
public sealed record SuggestedRating(
    EmployeeId EmployeeId,
    AppraisalPeriod Period,
    ReadSkp Plan,
    RatingSuggestion Suggestion,
    FeedbackPolicy Feedback,
    EvaluationPolicy Evaluation)
{
    public IReadOnlyList<string> Policies => [Plan.Policy.Version, Feedback.Version, Evaluation.Version];
}

/// <summary>
/// Computes, for whoever is to rate, what plan and feedback would suggest. It reads and writes nothing: a rating comes
/// from a rater only. Feedback is weighed by the policy of the period's first day, as where the person reads it; the
/// predicate comes from that of the last day, by which the run will evaluate.
/// </summary>
public sealed class SuggestRating(
    AgencyDirectory register, ReadSkpAchievement plan, IFeedbackNotes notes, IRatings ratings, IWorkforce workforce)
{
    /// <param name="elsewhere">The achievement of a work plan that is kept elsewhere, read only where none here gives a
    /// figure.</param>
    public async Task<Result<SuggestedRating>> ExecuteAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, Score? elsewhere, CancellationToken cancel)
    {
        if (!(await plan.ReadAsync(agency, employee, period, cancel)).TryGet(out var read, out var refusal))
        {
            return refusal;
        }

        var feedback = (await register.PoliciesOfAsync(agency, PolicyKinds.Feedback, cancel)).On(period.FirstDay);
        var evaluation = (await register.PoliciesOfAsync(agency, PolicyKinds.Evaluation, cancel)).On(period.LastDay);
        var given = new List<FeedbackNote>();
        foreach (var quarter in period.Quarters)
        {
            given.AddRange(await notes.ListAsync(agency, quarter, employee, cancel));
        }

        var zone = (await register.FindAgencyAsync(agency, cancel))!.Zone;

        var person = (await register.FindEmployeeAsync(agency, employee, period.LastDay, cancel))!;
        var units = await workforce.ListUnitsAsync(agency, cancel).ToListAsync(cancel);
        var unit = new UnitHeads(units, period.FirstDay, period.LastDay).UnitOf(person);
        var level = unit is null
            ? null
            : await ratings.ListUnitsAsync(agency, period, cancel).FirstOrDefaultAsync(
                p => p.UnitId == unit.Id, cancel);
        var input = new SuggestionInput(
            read.Statement.Value ?? elsewhere, [.. given.Where(n => n.IsOf(period, zone))], unit is not null,
            level?.Level);
        return new SuggestedRating(
            employee,
            period,
            read,
            SuggestionRules.Suggest(input, feedback, evaluation),
            feedback,
            evaluation);
    }
}
