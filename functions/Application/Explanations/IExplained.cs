using Kinerja.Application.Json;

namespace Kinerja.Application.Explanations;

/// <summary>An answer that tells, step by step, how it came about: in JSON, and as lines of text.</summary>
public interface IExplained
{
    /// <summary>The first line of the text; JSON has it not.</summary>
    WordsResponse Title { get; }

    IReadOnlyList<ExplanationStep> Explanation { get; }
}
