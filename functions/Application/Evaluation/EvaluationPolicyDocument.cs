using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Evaluation;

public sealed record MatrixCellRequest(string? Result, string? Behaviour, string? Predicate);

/// <summary>A matrix as data: its name, which results show, and its nine cells.</summary>
public sealed record MatrixRequest(string? Name, IReadOnlyList<MatrixCellRequest?>? Cells)
{
    private const int CellCount = 9;

    internal Result<PredicateMatrix> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var name = fields.Text("name", Name, 60);
        var read = fields.Each("cells", Cells, CellCount, ReadCell);
        var cells = read.DistinctBy(c => (c.Result, c.Behaviour)).ToDictionary(
            c => (c.Result, c.Behaviour), c => c.Predicate);
        var matrix = PredicateMatrix.Of(
            name ?? "", (result, behaviour) => cells.GetValueOrDefault((result, behaviour)));
        if (Cells is not { Count: CellCount } || cells.Count < read.Count)
        {
            fields.Add("cells", "All nine pairs of ratings are expected, each once.");
        }
        else if (cells.Count == CellCount && !matrix.NeverFalls)
        {
            fields.Add("cells", "A better rating must not give a worse predicate.");
        }

        return fields.Finish(() => matrix);
    }

    private static Result<Cell> ReadCell(MatrixCellRequest body, string at)
    {
        var fields = new FieldReader(at);
        var result = fields.Enum<ExpectationLevel>("result", body.Result);
        var behaviour = fields.Enum<ExpectationLevel>("behaviour", body.Behaviour);
        var predicate = fields.Enum<Predicate>("predicate", body.Predicate);
        return fields.Finish(() => new Cell(result!.Value, behaviour!.Value, predicate!.Value));
    }

    private sealed record Cell(ExpectationLevel Result, ExpectationLevel Behaviour, Predicate Predicate);
}

/// <summary>What a unit's performance gives its head as result rating.</summary>
public sealed record HeadOfUnitRequest(
    string? Outstanding,
    string? Good,
    string? NeedsImprovement,
    string? Poor,
    string? VeryPoor)
{
    internal Result<IReadOnlyDictionary<OrganisationLevel, ExpectationLevel>> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var table = new Dictionary<OrganisationLevel, ExpectationLevel?>
        {
            [OrganisationLevel.Outstanding] = fields.Enum<ExpectationLevel>("outstanding", Outstanding),
            [OrganisationLevel.Good] = fields.Enum<ExpectationLevel>("good", Good),
            [OrganisationLevel.NeedsImprovement] = fields.Enum<ExpectationLevel>("needsImprovement", NeedsImprovement),
            [OrganisationLevel.Poor] = fields.Enum<ExpectationLevel>("poor", Poor),
            [OrganisationLevel.VeryPoor] = fields.Enum<ExpectationLevel>("veryPoor", VeryPoor),
        };
        return fields.Finish<IReadOnlyDictionary<OrganisationLevel, ExpectationLevel>>(
            () => table.ToDictionary(pair => pair.Key, pair => pair.Value!.Value));
    }
}

/// <summary>The least score of each predicate; below the last one is very poor.</summary>
public sealed record ScoreBandsRequest(decimal? VeryGood, decimal? Good, decimal? NeedsImprovement, decimal? Poor)
{
    internal Result<ScoreBands> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var (first, second) = (Least("veryGood", VeryGood), Least("good", Good));
        var (third, fourth) = (Least("needsImprovement", NeedsImprovement), Least("poor", Poor));
        if (first is { } a && second is { } b && third is { } c && fourth is { } d && !new ScoreBands(a, b, c, d).Fall)
        {
            fields.Add("veryGood", "The bands must fall from veryGood to poor.");
        }

        return fields.Finish(() => new ScoreBands(first!.Value, second!.Value, third!.Value, fourth!.Value));

        Score? Least(string field, decimal? value) =>
            fields.Required(field, value) is { } given ? fields.Take(field, p => Score.Parse(given, p)) : null;
    }
}

/// <summary>
/// A policy of kind <c>evaluation</c>. What its author leaves out is filled before it is read and stored.
/// </summary>
public sealed record EvaluationPolicyDocument(
    string? PredicateRule,
    int? SkpPercent,
    MatrixRequest? Matrix,
    HeadOfUnitRequest? HeadOfUnit,
    ScoreBandsRequest? Bands,
    int? GraceDays = null,
    bool? Months = null)
{
    private const int MostGraceDays = 60;

    internal EvaluationPolicyDocument FilledFrom(EvaluationPolicyDocument shipped) => new(
        PredicateRule ?? shipped.PredicateRule,
        SkpPercent ?? shipped.SkpPercent,
        Matrix ?? shipped.Matrix,
        HeadOfUnit ?? shipped.HeadOfUnit,
        Bands ?? shipped.Bands,
        GraceDays ?? shipped.GraceDays,
        Months ?? shipped.Months);

    public Result<EvaluationPolicy> Read(string version, string prefix = "")
    {
        var fields = new FieldReader(prefix);
        var rule = fields.Enum<Domain.Evaluation.PredicateRule>("predicateRule", PredicateRule);
        if (SkpPercent is not (70 or 60))
        {
            fields.Add("skpPercent", "70, or 60 where peers and subordinates are heard (PP 30/2019 art. 41).");
        }

        var matrix = fields.Required("matrix", Matrix) is { } cells
            ? fields.Part(cells.Read(prefix + "/matrix"))
            : null;
        var heads = fields.Required("headOfUnit", HeadOfUnit) is { } table
            ? fields.Part(table.Read(prefix + "/headOfUnit"))
            : null;
        var bands = fields.Required("bands", Bands) is { } least
            ? fields.Part(least.Read(prefix + "/bands"))
            : null;
        var grace = fields.OptionalWhole("graceDays", GraceDays, 0, MostGraceDays);
        return fields.Finish(() => new EvaluationPolicy(version, matrix!, SkpPercent!.Value, heads!)
        {
            Rule = rule!.Value,
            Bands = bands!,
            GraceDays = grace,
            Months = Months ?? false,
        });
    }
}
