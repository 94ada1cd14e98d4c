namespace Kinerja.Domain.Surveys;

/// <summary>What people wrote, by question; nothing leads from words to who wrote them.</summary>
public sealed class SurveyWords
{
    private readonly Dictionary<string, List<string>> _words = [];

    public void Add(SurveyResponse response)
    {
        foreach (var answer in response.Answers.Where(answer => answer.Words is not null))
        {
            if (!_words.TryGetValue(answer.QuestionId, out var words))
            {
                _words[answer.QuestionId] = words = [];
            }

            words.Add(answer.Words!);
        }
    }

    /// <summary>In the order of the alphabet: the order of arrival would tell who wrote what.</summary>
    internal IReadOnlyList<string> Of(SurveyQuestion question) =>
        [.. (_words.GetValueOrDefault(question.Id) ?? []).Order(StringComparer.Ordinal)];
}
