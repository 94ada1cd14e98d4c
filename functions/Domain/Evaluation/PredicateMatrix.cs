namespace Kinerja.Domain.Evaluation;

/// <summary>
/// The predicate by result and behaviour rating (PermenPANRB 6/2022, matrix of its annex). Behaviour below expectation is
/// Kurang however good the result, and Sangat Kurang with a result below; only above × above is Sangat Baik.
/// </summary>
public sealed class PredicateMatrix
{
    private readonly Predicate[,] _cells;

    private PredicateMatrix(string version, Predicate[,] cells)
    {
        Version = version;
        _cells = cells;
    }

    /// <summary>Rows: result below, meets, above. Columns: behaviour below, meets, above.</summary>
    public static PredicateMatrix PermenPanrb6Of2022 { get; } = new(
        "permenpanrb-6-2022",
        new[,]
        {
            { Predicate.VeryPoor, Predicate.NeedsImprovement, Predicate.NeedsImprovement },
            { Predicate.Poor, Predicate.Good, Predicate.Good },
            { Predicate.Poor, Predicate.Good, Predicate.VeryGood },
        });

    public string Version { get; }

    public Predicate PredicateOf(ExpectationLevel result, ExpectationLevel behaviour) =>
        _cells[(int)result, (int)behaviour];
}
