using Kinerja.Application.Json;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Application.Evaluation;

/// <summary>
/// A figure for each of the five predicates; none may be left out, since a missing one would be no zero.
/// </summary>
public sealed record PredicateFiguresRequest(
    decimal? VeryGood, decimal? Good, decimal? NeedsImprovement, decimal? Poor, decimal? VeryPoor)
{
    internal IReadOnlyDictionary<Predicate, decimal> Read(FieldReader fields, string field, decimal most) =>
        new (Predicate Predicate, decimal? Figure)[]
        {
            (Predicate.VeryGood, VeryGood),
            (Predicate.Good, Good),
            (Predicate.NeedsImprovement, NeedsImprovement),
            (Predicate.Poor, Poor),
            (Predicate.VeryPoor, VeryPoor),
        }.ToDictionary(
            p => p.Predicate, p => fields.Figure($"{field}/{JsonFormat.Name(p.Predicate)}", p.Figure, most) ?? 0);
}
