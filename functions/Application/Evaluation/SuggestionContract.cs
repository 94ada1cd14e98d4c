using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;

namespace Kinerja.Application.Evaluation;

public sealed record HeardValueResponse(string Value, int Notes, int Givers, decimal Points);

public sealed record HeardRoleResponse(
    string Role, int Weight, decimal Points, IReadOnlyList<HeardValueResponse> Values, IReadOnlyList<string> NotHeard)
{
    internal static HeardRoleResponse Of(HeardRole role) => new(
        JsonFormat.Name(role.Role),
        role.Weight,
        role.Points.Hundredths / 100m,
        [.. role.Values.Select(
            v => new HeardValueResponse(JsonFormat.Name(v.Value), v.Notes, v.Givers, v.Points.Hundredths / 100m))],
        [.. role.NotHeard.Select(JsonFormat.Name)]);
}

/// <summary>What would be suggested, what it lacks, and every step of the arithmetic. The rater decides.</summary>
public sealed record SuggestionResponse(
    string EmployeeId,
    string Period,
    decimal? SkpScore,
    decimal? BehaviourScore,
    int SkpPercent,
    decimal? Score,
    string? Result,
    string? Behaviour,
    string? Predicate,
    IReadOnlyList<string> Missing,
    IReadOnlyList<HeardRoleResponse> Heard,
    int NotesWithoutLevel,
    IReadOnlyList<string> Steps,
    IReadOnlyList<string> Policies)
{
    public static SuggestionResponse Of(SuggestedRating suggested)
    {
        var suggestion = suggested.Suggestion;
        return new SuggestionResponse(
            suggested.EmployeeId.ToString(),
            suggested.Period.ToString(),
            Figure(suggestion.Skp),
            Figure(suggestion.Behaviour.Value),
            suggestion.SkpPercent,
            Figure(suggestion.Score),
            Name(suggestion.ResultLevel),
            Name(suggestion.BehaviourLevel),
            Name(suggestion.Predicate),
            [.. suggestion.Missing.Select(JsonFormat.Name)],
            [.. suggestion.Behaviour.Roles.Select(HeardRoleResponse.Of)],
            suggestion.Behaviour.NotesWithoutLevel,
            [.. suggested.PlanSteps, .. suggestion.Steps],
            suggested.Policies);
    }

    private static decimal? Figure(Score? score) => score?.Hundredths / 100m;

    private static string? Name<T>(T? value)
        where T : struct, Enum => value is { } given ? JsonFormat.Name(given) : null;
}
