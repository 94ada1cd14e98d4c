using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>What a questionnaire came to, once its last day is over.</summary>
public sealed record SurveyResults(Survey Survey, int Responses, IReadOnlyList<QuestionResult> Questions);

/// <summary>Counts a questionnaire that is over.</summary>
public sealed class CountSurvey(AgencyDirectory register, ISurveys surveys)
{
    public async Task<Result<SurveyResults>> ExecuteAsync(AgencyId agency, SurveyId id, CancellationToken cancel)
    {
        var (today, known) = (await register.TodayAsync(agency, cancel), await surveys.FindAsync(agency, id, cancel));
        if (today is null || known is null)
        {
            return today is null ? NotFound.Agency(agency) : NotFound.Survey(id);
        }

        if (SurveyRules.WhyNoResults(known.Value, today.Value) is { } early)
        {
            return early;
        }

        var zone = (await register.FindAgencyAsync(agency, cancel))!.Zone;
        var (tally, reopened, since) = (new SurveyTally(known.Value), known.Value.ReopenedAt(zone), 0);
        await foreach (var response in surveys.ListResponsesAsync(agency, id, cancel))
        {
            tally.Add(response);
            since += response.AnsweredAt >= reopened ? 1 : 0;
        }

        if (SurveyRules.WhyTooFew(since) is { } few)
        {
            return few;
        }

        return new SurveyResults(known.Value, tally.Responses, tally.Publish());
    }
}
