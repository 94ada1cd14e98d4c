using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>
/// Counts one agency's answers to a questionnaire of the nation, some thousands at a time: each step goes on where the
/// one before stopped, and leaves in one row what was counted and how far. A step that comes again counts nothing
/// twice.
/// </summary>
public sealed class CountAgency(
    ISurveys surveys, ISurveyResponses responses, ISurveyCounts counts, ISurveyQueue queue, TimeProvider clock)
{
    /// <summary>Responses a step; a large agency takes some ten steps.</summary>
    internal const int MostPerStep = 20_000;

    public Task ExecuteAsync(SurveyStep step, CancellationToken cancel) => ExecuteAsync(step, MostPerStep, cancel);

    internal async Task ExecuteAsync(SurveyStep step, int most, CancellationToken cancel)
    {
        var asked = new AskedAgency(DocumentOwner.Nation, step.Survey, step.Agency);
        var survey = (await surveys.FindAsync(DocumentOwner.Nation, step.Survey, cancel))?.Value;
        var standing = await counts.FindAsync(asked, step.Closing, cancel);
        if (survey is null || standing?.Value.IsDone == true || !survey.IsOver(clock.Now())
            || survey.ClosingIn(NationalClock.Zone) != step.Closing)
        {
            // Counted already, or opened again meanwhile.
            return;
        }

        var tally = new SurveyTally(survey, survey.ReopenedAt(NationalClock.Zone), standing?.Value.Counts);
        var (after, read) = (standing?.Value.After, 0);
        await foreach (var (key, response) in responses.ListAsync(asked, after, cancel).Take(most))
        {
            tally.Add(response);
            (after, read) = (key, read + 1);
        }

        var next = new AgencyCount(asked, step.Closing, tally.Counts, after, IsDone: read < most);
        if (await counts.PutAsync(next, standing?.Tag, cancel) && !next.IsDone)
        {
            await queue.SendAsync([step], cancel);
        }
    }
}
