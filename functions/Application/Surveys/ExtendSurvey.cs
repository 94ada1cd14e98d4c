using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>
/// A questionnaire gets a later last day. Of one that has closed what its answers came to is kept first: later results
/// must not tell what a few added to it.
/// </summary>
public sealed class ExtendSurvey(
    ChangeSurvey step, AgencyDirectory register, ISurveys surveys, CountSurvey count, TimeProvider clock)
{
    public async Task<Result<Survey>> ExecuteAsync(
        Actor actor, SurveyId id, LocalDate lastDay, string reason, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var (today, known) = (await register.TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
        if (today is null || known is null)
        {
            return today is null ? NotFound.Agency(agency) : NotFound.Survey(id);
        }

        var extended = Extend(known, actor, lastDay, reason, today.Value);
        if (extended.TryGet(out var next, out _) && !ReferenceEquals(next, known.Value)
            && SurveyRules.WhyNoResults(known.Value, today.Value) is null)
        {
            await count.KeepAsync(agency, known.Value, cancel);
        }

        return await step.WriteAsync(agency, known, extended, cancel);
    }

    /// <summary>By the clock where its days end. What was counted of it stands already.</summary>
    public async Task<Result<Survey>> ExecuteNationalAsync(
        Actor actor, SurveyId id, LocalDate lastDay, string reason, CancellationToken cancel) =>
        await surveys.FindAsync(DocumentOwner.Nation, id, cancel) is { } known
            ? await step.WriteAsync(
                DocumentOwner.Nation, known,
                Extend(known, actor, lastDay, reason, clock.Now().InZone(NationalClock.Zone).Date), cancel)
            : NotFound.Survey(id);

    private Result<Survey> Extend(
        Tagged<Survey> known, Actor actor, LocalDate lastDay, string reason, LocalDate today) =>
        SurveyRules.Extend(
            known.Value,
            new SurveyExtension(known.Value.LastDay, lastDay, reason, clock.Now()) { Actor = actor },
            today);
}
