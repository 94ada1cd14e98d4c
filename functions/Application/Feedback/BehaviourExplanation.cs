using Kinerja.Application.Explanations;
using Kinerja.Domain.Feedback;
using static Kinerja.Application.Feedback.BehaviourTexts;

namespace Kinerja.Application.Feedback;

/// <summary>How the behaviour score came about, from the values of each role to the weighted mean.</summary>
internal static class BehaviourExplanation
{
    internal static IEnumerable<ExplanationStep> Of(BehaviourStatement statement, FeedbackPolicy policy) =>
        [.. statement.Roles.Select(role => Role(role, policy)), Whole(statement, policy)];

    private static ExplanationStep Role(HeardRole heard, FeedbackPolicy policy)
    {
        var (role, weight) = (("role", Told.Of(heard.Role)), ("weight", (Told)heard.Weight));
        return heard.Values.Count == 1
            ? Step(BehaviourStepCode.RoleOfOneValue, policy.Version, role, weight, ("points", heard.Points))
            : Step(
                BehaviourStepCode.RoleMean,
                policy.Version,
                role,
                weight,
                ("terms", Told.Sum(heard.Values.Select(value => (Told)value.Points))),
                ("count", heard.Values.Count),
                ("points", heard.Points));
    }

    private static ExplanationStep Whole(BehaviourStatement statement, FeedbackPolicy policy)
    {
        if (statement.Value is not { } value)
        {
            return Step(BehaviourStepCode.BehaviourNotHeard, policy.Version);
        }

        var counted = statement.Roles.Where(role => role.Counts).ToList();
        return counted is [var only]
            ? Step(
                BehaviourStepCode.BehaviourOfOneRole,
                policy.Version,
                ("role", Told.Of(only.Role)),
                ("value", value))
            : Step(
                BehaviourStepCode.BehaviourWeighed,
                policy.Version,
                ("terms", Told.Sum(counted.Select(role => Told.Product(role.Points, role.Weight)))),
                ("weight", counted.Sum(role => role.Weight)),
                ("value", value));
    }
}
