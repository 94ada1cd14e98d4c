namespace Kinerja.Domain.Evaluation;

/// <summary>
/// The predicate by result and behaviour rating (PermenPANRB 6/2022, matrix of its annex). Behaviour below expectation
/// is Kurang however good the result, and Sangat Kurang with a result below; only above × above is Sangat Baik.
/// </summary>
public sealed class PredicateMatrix
{
    private readonly Predicate[,] _cells;

    private PredicateMatrix(string version, Predicate[,] cells)
    {
        Version = version;
        _cells = cells;
    }

    /// <summary>A matrix as data: all nine cells.</summary>
    public static PredicateMatrix Of(string version, Func<ExpectationLevel, ExpectationLevel, Predicate> cell)
    {
        var levels = Enum.GetValues<ExpectationLevel>();
        var cells = new Predicate[levels.Length, levels.Length];
        foreach (var result in levels)
        {
            foreach (var behaviour in levels)
            {
                cells[(int)result, (int)behaviour] = cell(result, behaviour);
            }
        }

        return new PredicateMatrix(version, cells);
    }

    public string Version { get; }

    /// <summary>Whether a better rating never gives a worse predicate.</summary>
    public bool NeverFalls
    {
        get
        {
            var levels = Enum.GetValues<ExpectationLevel>();
            return levels.All(fixedLevel => levels.Skip(1).All(level =>
                PredicateOf(level, fixedLevel) >= PredicateOf(level - 1, fixedLevel)
                && PredicateOf(fixedLevel, level) >= PredicateOf(fixedLevel, level - 1)));
        }
    }

    public Predicate PredicateOf(ExpectationLevel result, ExpectationLevel behaviour) =>
        _cells[(int)result, (int)behaviour];
}
