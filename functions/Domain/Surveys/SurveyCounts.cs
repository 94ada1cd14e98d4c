namespace Kinerja.Domain.Surveys;

/// <summary>
/// How often each answer to one question was given in one group, and how many of those who gave them answered since the
/// questionnaire was last opened again (0 where it never was).
/// </summary>
public sealed record CellCounts(IReadOnlyList<int> Counts, int Since)
{
    public int Answered => Counts.Sum();

    /// <summary>The same of earlier times that it was opened again, after which nothing was told.</summary>
    internal int Untold { get; init; }

    public CellCounts With(CellCounts other) => new(
        [.. Counts.Zip(other.Counts, (a, b) => a + b)], Since + other.Since)
    {
        Untold = Untold + other.Untold,
    };

    /// <summary>Whether both have the same counts, whoever gave them.</summary>
    public bool SameAs(CellCounts other) => Counts.SequenceEqual(other.Counts);
}

/// <summary>
/// A questionnaire's answers, counted by question and group. A text counts those who wrote; under
/// <see cref="Responses"/> stands how many answered anything.
/// </summary>
public sealed record SurveyCounts(IReadOnlyDictionary<string, IReadOnlyDictionary<string, CellCounts>> Cells)
{
    /// <summary>No question's id.</summary>
    public const string Responses = "";

    private static readonly IReadOnlyDictionary<string, CellCounts> Nothing = new Dictionary<string, CellCounts>();

    public static SurveyCounts Empty { get; } = new(new Dictionary<string, IReadOnlyDictionary<string, CellCounts>>());

    /// <summary>By group; a group that nobody of answered the question is not in it.</summary>
    public IReadOnlyDictionary<string, CellCounts> Of(string question) => Cells.GetValueOrDefault(question) ?? Nothing;

    public CellCounts? All(string question) =>
        Of(question).Values is var cells && cells.Any() ? cells.Aggregate((a, b) => a.With(b)) : null;

    /// <summary>How many answered, or answered anew, since it was opened again.</summary>
    public int AnsweredSince => All(Responses)?.Since ?? 0;

    /// <summary>Each part's answers as one group, under its key.</summary>
    public static SurveyCounts RollUp(IEnumerable<(string Group, SurveyCounts Counts)> parts) => new(
        parts.SelectMany(part => part.Counts.Cells.Keys.Select(
                question => (Question: question, part.Group, Cell: part.Counts.All(question)!)))
            .GroupBy(cell => cell.Question)
            .ToDictionary(
                question => question.Key,
                IReadOnlyDictionary<string, CellCounts> (question) =>
                    question.ToDictionary(cell => cell.Group, cell => cell.Cell)));
}
