using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>What a questionnaire came to, once its last day is over.</summary>
public sealed record SurveyResults(Survey Survey, int Responses, IReadOnlyList<QuestionResult> Questions);

/// <summary>Counts an agency's own questionnaire that is over.</summary>
public sealed class CountSurvey(
    AgencyDirectory register, ISurveys surveys, ISurveyResponses responses, ISurveyCounts counts)
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

        var zone = await ZoneOfAsync(agency, cancel);
        var (now, words) = await TallyAsync(agency, known.Value, zone, cancel);
        var closing = known.Value.ClosingIn(zone);
        var earlier = await counts.ListAsync(agency, id, cancel).Where(kept => kept.Closing < closing)
            .Select(kept => kept.Counts).ToListAsync(cancel);
        var told = new SurveyDisclosure(known.Value, now, earlier);
        return told.WhyTooFew is { } few
            ? few
            : new SurveyResults(known.Value, told.Responses, told.Questions(words));
    }

    /// <summary>Keeps what the answers come to before a closed one is opened again; a repeat keeps the same.</summary>
    internal async Task KeepAsync(AgencyId agency, Survey survey, CancellationToken cancel)
    {
        var zone = await ZoneOfAsync(agency, cancel);
        var (now, _) = await TallyAsync(agency, survey, zone, cancel);
        var (asked, closing) = (new AskedAgency(agency, survey.Id, agency), survey.ClosingIn(zone));
        if (await counts.FindAsync(asked, closing, cancel) is null)
        {
            await counts.PutAsync(new(asked, closing, now, null, IsDone: true), null, cancel);
        }
    }

    private async Task<(SurveyCounts Counts, SurveyWords Words)> TallyAsync(
        AgencyId agency, Survey survey, DateTimeZone zone, CancellationToken cancel)
    {
        var (tally, words) = (new SurveyTally(survey, survey.ReopenedAt(zone)), new SurveyWords());
        await foreach (var (_, response) in responses.ListAsync(new(agency, survey.Id, agency), null, cancel))
        {
            tally.Add(response);
            words.Add(response);
        }

        return (tally.Counts, words);
    }

    private async Task<DateTimeZone> ZoneOfAsync(AgencyId agency, CancellationToken cancel) =>
        (await register.FindAgencyAsync(agency, cancel))!.Zone;
}
