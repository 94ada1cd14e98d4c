using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.FollowUp;

namespace Kinerja.Application.FollowUp;

public sealed record AxisCutsRequest(decimal? Medium, decimal? High)
{
    internal AxisCuts Read(FieldReader fields, string field)
    {
        var medium = fields.Figure($"{field}/medium", Medium, 100);
        var high = fields.Figure($"{field}/high", High, 100);
        if (high <= medium)
        {
            fields.Add($"{field}/high", "High begins above medium.");
        }

        return new AxisCuts(medium ?? 0, high ?? 0);
    }
}

public sealed record TalentBoxRequest(int? Box, string? Performance, string? Potential);

/// <summary>
/// Scores of the predicates, cuts of the axes, and the numbers of the nine boxes. Their source is told by us.
/// </summary>
public sealed record TalentPolicyDocument(
    PredicateFiguresRequest? PredicateScores,
    AxisCutsRequest? PerformanceCuts,
    AxisCutsRequest? PotentialCuts,
    IReadOnlyList<TalentBoxRequest?>? Boxes,
    string? BoxSource = null)
{
    private const int BoxCount = 9;

    /// <summary>
    /// Boxes that an author gives are the agency's, unless they and their source are just what is shipped.
    /// </summary>
    internal TalentPolicyDocument FilledFrom(TalentPolicyDocument? shipped)
    {
        var asShipped = Boxes is null || (BoxSource == shipped?.BoxSource && Boxes.SequenceEqual(shipped?.Boxes ?? []));
        return new TalentPolicyDocument(
            PredicateScores ?? shipped?.PredicateScores,
            PerformanceCuts ?? shipped?.PerformanceCuts,
            PotentialCuts ?? shipped?.PotentialCuts,
            Boxes ?? shipped?.Boxes,
            asShipped ? shipped?.BoxSource : CreditPolicyDocument.OwnSource(BoxSource));
    }

    internal TalentPolicy Read(FieldReader fields)
    {
        var scores = fields.Required("talent/predicateScores", PredicateScores)
            ?.Read(fields, "talent/predicateScores", 100);
        var performance = fields.Required("talent/performanceCuts", PerformanceCuts)
            ?.Read(fields, "talent/performanceCuts");
        var potential = fields.Required("talent/potentialCuts", PotentialCuts)
            ?.Read(fields, "talent/potentialCuts");
        var boxes = fields.Required("talent/boxes", Boxes) is { } given ? ReadBoxes(fields, given) : [];
        var source = fields.Enum<FigureSource>("talent/boxSource", BoxSource);
        return new TalentPolicy(
            scores ?? new Dictionary<Predicate, decimal>(),
            performance ?? default,
            potential ?? default,
            boxes,
            source ?? default);
    }

    private static Dictionary<(ExpectationLevel, PotentialLevel), int> ReadBoxes(
        FieldReader fields, IReadOnlyList<TalentBoxRequest?> boxes)
    {
        var read = fields.Each("talent/boxes", boxes, BoxCount, ReadBox);
        var cells = read.DistinctBy(b => (b.Performance, b.Potential)).ToDictionary(
            b => (b.Performance, b.Potential), b => b.Number);
        if (cells.Count != BoxCount || cells.Values.Distinct().Count() != BoxCount)
        {
            fields.Add(
                "talent/boxes",
                "Nine boxes with the numbers 1 to 9 are expected, one for each pair of performance and potential.");
        }

        return cells;
    }

    private static Result<Box> ReadBox(TalentBoxRequest body, string at)
    {
        var fields = new FieldReader(at);
        var number = fields.Whole("box", body.Box, 1, BoxCount);
        var performance = fields.Enum<ExpectationLevel>("performance", body.Performance);
        var potential = fields.Enum<PotentialLevel>("potential", body.Potential);
        return fields.Finish(() => new Box(number!.Value, performance!.Value, potential!.Value));
    }

    private sealed record Box(int Number, ExpectationLevel Performance, PotentialLevel Potential);
}
