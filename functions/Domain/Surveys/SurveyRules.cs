using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Domain.Surveys;

/// <summary>When a questionnaire may change, be extended and be answered. A window is never made shorter.</summary>
public static class SurveyRules
{
    /// <summary>
    /// Until it opens everything may change, and a changed one has its own window and no extension; afterwards only an
    /// extension changes it, so nobody answered another question. The same again is what stands, extensions and all.
    /// </summary>
    public static Result<Survey> Put(Survey asked, Survey? known, LocalDate today)
    {
        if (known is not null && SameMeaning(asked, known))
        {
            return known;
        }

        return known is null || today < known.OpensOn
            ? asked
            : No(RefusalCodes.SurveyOpen, "It has opened; only its last day may change, by an extension.");
    }

    /// <summary>
    /// Only to a later last day that is not past. One that has closed opens again by it: who saw its results could tell
    /// what a few more answered, so that they are shown again only with enough of those (<see cref="WhyTooFew"/>).
    /// </summary>
    public static Result<Survey> Extend(Survey known, SurveyExtension asked, LocalDate today)
    {
        if (known.Extensions.Count > 0 && known.Extensions[^1] is var last && last.To == asked.To
            && last.Reason == asked.Reason)
        {
            return known;
        }

        if (asked.To < today)
        {
            return Refusal.Malformed("/lastDay", "Today or a day to come is expected.");
        }

        return asked.To <= known.LastDay
            ? Refusal.Malformed(
                "/lastDay", $"A day after {known.LastDay:uuuu-MM-dd} is expected; a window is never made shorter.")
            : known with { Extensions = [.. known.Extensions, asked with { From = known.LastDay }] };
    }

    /// <param name="survey">The agency's own, or one of the national operator.</param>
    /// <param name="agency">Whose the person is.</param>
    /// <param name="person">As of today.</param>
    /// <param name="response">In whole.</param>
    /// <param name="today">In the agency's zone.</param>
    public static Result<SurveyResponse> Answer(
        Survey survey, AgencyId agency, Employee person, SurveyResponse response, LocalDate today)
    {
        if (!survey.IsOpenOn(today))
        {
            return No(RefusalCodes.SurveyNotOpen, today < survey.OpensOn ? "It has not opened yet." : "It has closed.");
        }

        if (!survey.Asks(agency) || !survey.Asks(person))
        {
            return survey.Asks(agency)
                ? new Refusal(
                    RefusalKind.Unprocessable, RefusalCodes.NotAsked, "This questionnaire is not for this person.")
                : NotAsked();
        }

        var faults = Faults(survey, response.Answers).ToList();
        return faults.Count == 0
            ? response
            : new Refusal(RefusalKind.Malformed, RefusalCodes.InvalidField, faults[0].Detail) { Faults = faults };
    }

    /// <summary>
    /// Nobody sees results while answers may still change: two looks would tell what came between them.
    /// </summary>
    public static Refusal? WhyNoResults(Survey survey, LocalDate today) =>
        today <= survey.LastDay ? No(RefusalCodes.SurveyOpen, "Results are shown after the last day.") : null;

    /// <param name="answeredSince">How many answered, or answered anew, since it was opened again.</param>
    public static Refusal? WhyTooFew(int answeredSince) => answeredSince is > 0 and < SmallGroups.LeastSize
        ? No(
            RefusalCodes.TooFewAnswers,
            $"Fewer than {SmallGroups.LeastSize} answered since it was opened again; earlier results would show them.")
        : null;

    public static Refusal NotAsked() => new(
        RefusalKind.Unprocessable, RefusalCodes.NotAsked, "This questionnaire is for other agencies.");

    public static Refusal NotCounted() =>
        No(RefusalCodes.SurveyNotCounted, "The answers of all agencies are being counted; that takes up to an hour.");

    private static IEnumerable<FieldFault> Faults(Survey survey, IReadOnlyList<SurveyAnswer> answers)
    {
        for (var i = 0; i < answers.Count; i++)
        {
            var answer = answers[i];
            var question = survey.Questions.FirstOrDefault(q => q.Id == answer.QuestionId);
            if (question is null || answers.Take(i).Any(a => a.QuestionId == answer.QuestionId))
            {
                yield return new($"/answers/{i}/question", "A question of this survey is expected, each once.");
            }
            else if (!Fits(question, answer))
            {
                yield return new($"/answers/{i}", Expected(question));
            }
        }
    }

    private static bool Fits(SurveyQuestion question, SurveyAnswer answer) => question.Kind switch
    {
        QuestionKind.Scale => answer is { Step: >= 1 and <= 5, Choice: null, Words: null },
        QuestionKind.Choice =>
            answer is { Step: null, Choice: { } choice, Words: null } && question.Choices.Contains(choice),
        QuestionKind.Text => answer is { Step: null, Choice: null, Words.Length: > 0 },
    };

    private static Sentence Expected(SurveyQuestion question) => question.Kind switch
    {
        QuestionKind.Scale => "A step from 1 to 5 is expected, and nothing else.",
        QuestionKind.Choice => "One of the question's choices is expected, and nothing else.",
        QuestionKind.Text => "Words are expected, and nothing else.",
    };

    private static bool SameMeaning(Survey a, Survey b) =>
        a.Units.SequenceEqual(b.Units)
        && a.Posts.SequenceEqual(b.Posts)
        && a.Agencies.SequenceEqual(b.Agencies)
        && a.Questions.Count == b.Questions.Count
        && a.Questions.Zip(b.Questions).All(q =>
            q.First.Choices.SequenceEqual(q.Second.Choices) && q.First with { Choices = q.Second.Choices } == q.Second)
        && a with
        {
            Units = b.Units,
            Posts = b.Posts,
            Agencies = b.Agencies,
            Questions = b.Questions,
            Extensions = b.Extensions,
            Counted = b.Counted,
            Actor = b.Actor,
        } == b;

    private static Refusal No(string code, Sentence detail) => new(RefusalKind.Conflict, code, detail);
}
