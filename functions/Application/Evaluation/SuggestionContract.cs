using Kinerja.Application.Explanations;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Evaluation;

public readonly struct HeardRoleResponse(HeardRole role)
{
    public GiverRole Role => role.Role;
    public int Weight => role.Weight;
    public Score Points => role.Points;
    public IReadOnlyList<HeardValue> Values => role.Values;
    public IReadOnlyList<FeedbackSubject> NotHeard => role.NotHeard;
}

/// <summary>What would be suggested, what it lacks, and every step of the arithmetic. The rater decides.</summary>
public readonly struct SuggestionResponse(SuggestedRating suggested) : IExplained
{
    public EmployeeId EmployeeId => suggested.EmployeeId;
    public AppraisalPeriod Period => suggested.Period;
    public Score? SkpScore => suggested.Suggestion.Skp;
    public Score? BehaviourScore => suggested.Suggestion.Behaviour.Value;
    public int SkpPercent => suggested.Suggestion.SkpPercent;
    public Score? Score => suggested.Suggestion.Score;
    public ExpectationLevel? Result => suggested.Suggestion.ResultLevel;
    public ExpectationLevel? Behaviour => suggested.Suggestion.BehaviourLevel;
    public Predicate? Predicate => suggested.Suggestion.Predicate;
    public IReadOnlyList<SuggestionGap> Missing => suggested.Suggestion.Missing;
    public IReadOnlyList<HeardRoleResponse> Heard =>
        [.. suggested.Suggestion.Behaviour.Roles.Select(one => new HeardRoleResponse(one))];
    public int NotesWithoutLevel => suggested.Suggestion.Behaviour.NotesWithoutLevel;
    public IReadOnlyList<ExplanationStep> Explanation => SuggestionExplanation.Of(suggested);
    public IReadOnlyList<string> Policies => suggested.Policies;

    WordsResponse IExplained.Title => new(
        $"Suggested rating {EmployeeId}, {Period}", $"Saran penilaian {EmployeeId}, {Period}");

    public static SuggestionResponse Of(SuggestedRating suggested) => new(suggested);
}
