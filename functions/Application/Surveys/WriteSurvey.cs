using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>A questionnaire is written, and changed until it opens.</summary>
public sealed class WriteSurvey(ChangeSurvey step, AgencyDirectory register, ISurveys surveys)
{
    public async Task<Result<Survey>> ExecuteAsync(Actor actor, Survey asked, CancellationToken cancel)
    {
        var agency = actor.Agency;
        if (await register.TodayAsync(agency, cancel) is not { } today)
        {
            return NotFound.Agency(agency);
        }

        var known = await surveys.FindAsync(agency, asked.Id, cancel);
        var mine = asked with { Actor = actor };
        return await step.WriteAsync(agency, known, SurveyRules.Put(mine, known?.Value, today), cancel);
    }
}
