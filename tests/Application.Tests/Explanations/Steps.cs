using Kinerja.Application.Explanations;

namespace Kinerja.Application.Tests.Explanations;

/// <summary>Steps in short: the code, and each parameter with its value.</summary>
internal static class Steps
{
    /// <summary>No name in braces is left over in the words of either language.</summary>
    internal static IReadOnlyList<string> Of(IEnumerable<ExplanationStep> explanation)
    {
        var steps = explanation.ToList();
        Assert.All(steps, step =>
        {
            Assert.DoesNotContain('{', step.En);
            Assert.DoesNotContain('{', step.Id);
            Assert.NotEmpty(step.Source.En);
            Assert.NotEmpty(step.Source.Id);
        });
        return [.. steps.Select(step => string.Join(
            "; ", step.Parameters.Select(p => $"{p.Key} {p.Value}").Prepend(step.Code)))];
    }
}
