using System.Globalization;
using Kinerja.Application.Files.Sheets;
using Kinerja.Application.Surveys;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Files.Exports;

/// <summary>
/// What a questionnaire came to, as a table: a row for each answer that could be given, of all and by group, and one
/// for each group of words. It tells what the results tell: counts, nobody, and no small group.
/// </summary>
public sealed class ExportSurvey(CountSurvey count)
{
    /// <summary>Once the last day is over.</summary>
    public async Task<Result<Sheet>> ExecuteAsync(AgencyId agency, SurveyId id, CancellationToken cancel) =>
        (await count.ExecuteAsync(agency, id, cancel)).Then<Sheet>(results => Sheet.Of(
            $"{agency}_survey_{id}", SurveyColumns.All, Rows(SurveyResultsResponse.Of(results)).ToAsyncEnumerable()));

    private static IEnumerable<SurveyRow> Rows(SurveyResultsResponse results) =>
        results.Questions.SelectMany(question => Rows(question, results.Responses));

    private static IEnumerable<SurveyRow> Rows(QuestionResultResponse question, int responses)
    {
        var row = new SurveyRow(question, responses, question.All, SurveyRowState.Counted);
        foreach (var counts in question.Groups.Prepend(question.All))
        {
            if (counts.Counts is { } given)
            {
                foreach (var (at, times) in given.Index())
                {
                    yield return row with { Counts = counts, Answer = AnswerOf(question, at), Times = times };
                }
            }
            else if (question.Words.Count == 0)
            {
                yield return row with { Counts = counts, State = SurveyRowState.TooFew };
            }
        }

        foreach (var words in question.Words)
        {
            yield return row with { Answer = words, State = SurveyRowState.Words };
        }

        if (question.GroupsLeftOut > 0)
        {
            yield return row with { State = SurveyRowState.GroupsLeftOut, Times = question.GroupsLeftOut };
        }
    }

    private static string AnswerOf(QuestionResultResponse question, int at) =>
        question.Choices is { } choices ? choices[at] : (at + 1).ToString(CultureInfo.InvariantCulture);
}
