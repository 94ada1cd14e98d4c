using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>An open questionnaire gets a later last day.</summary>
public sealed class ExtendSurvey(ChangeSurvey step, AgencyDirectory register, ISurveys surveys, TimeProvider clock)
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

        var extension = new SurveyExtension(known.Value.LastDay, lastDay, reason, clock.Now()) { Actor = actor };
        return await step.WriteAsync(agency, known, SurveyRules.Extend(known.Value, extension, today.Value), cancel);
    }
}
