using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>A questionnaire is written, and changed until it opens: by an agency, or for all by the nation.</summary>
public sealed class WriteSurvey(
    ChangeSurvey step, AgencyDirectory register, IAgencies agencies, ISurveys surveys, TimeProvider clock)
{
    public async Task<Result<Survey>> ExecuteAsync(Actor actor, Survey asked, CancellationToken cancel) =>
        await register.TodayAsync(actor.Agency, cancel) is { } today
            ? await PutAsync(actor.Agency, actor, asked, today, cancel)
            : NotFound.Agency(actor.Agency);

    /// <summary>
    /// It has opened when its first day begins in the east. The actor's agency is the national operator's and need not
    /// be registered; those that it asks by name are.
    /// </summary>
    public async Task<Result<Survey>> ExecuteNationalAsync(Actor actor, Survey asked, CancellationToken cancel) =>
        await WhyNotAskedAsync(asked, cancel) is { } refusal
            ? refusal
            : await PutAsync(
                DocumentOwner.Nation, actor, asked, clock.Now().InZone(NationalClock.East).Date, cancel);

    private async Task<Result<Survey>> PutAsync(
        DocumentOwner owner, Actor actor, Survey asked, LocalDate today, CancellationToken cancel)
    {
        var known = await surveys.FindAsync(owner, asked.Id, cancel);
        var mine = asked with { Actor = actor };
        return await step.WriteAsync(owner, known, SurveyRules.Put(mine, known?.Value, today), cancel);
    }

    private async Task<Refusal?> WhyNotAskedAsync(Survey asked, CancellationToken cancel)
    {
        if (asked.Agencies.Count == 0)
        {
            return null;
        }

        var known = await agencies.ListAsync(cancel).Select(agency => agency.Id)
            .ToHashSetAsync(cancellationToken: cancel);
        var faults = asked.Agencies.Index().Where(named => !known.Contains(named.Item))
            .Select(named => new FieldFault($"/agencies/{named.Index}", "Not registered.")).ToList();
        return faults.Count == 0
            ? null
            : new Refusal(RefusalKind.Unprocessable, RefusalCodes.UnknownAgency, "An agency is not registered.")
            {
                Faults = faults,
            };
    }
}
