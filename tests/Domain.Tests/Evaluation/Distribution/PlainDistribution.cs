using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;

namespace Kinerja.Domain.Tests.Evaluation.Distribution;

/// <summary>
/// A slow and plain second reading of both patterns: people in a list, sentences of the rules as they stand, fractions
/// as decimals. It shares nothing with the rules but the policy's choices. Each sentence that does not hold is named by
/// a letter.
/// </summary>
internal static class PlainDistribution
{
    internal static string Broken(IReadOnlyList<Predicate> people, OrganisationLevel level, DistributionPolicy policy)
    {
        decimal all = people.Count;
        bool AtMost(decimal share, params Predicate[] of) => People(of) <= Whole(share * all, down: true);
        bool AtLeast(decimal share, params Predicate[] of) => People(of) >= Whole(share * all, down: false);
        int People(params Predicate[] of) => people.Count(of.Contains);
        bool Most(Predicate of) => policy.Most == MostReading.MoreThanHalf
            ? People(of) > all / 2
            : people.Where(p => p != of).GroupBy(p => p).All(group => group.Count() <= People(of));
        decimal Whole(decimal exact, bool down) => policy.Rounding switch
        {
            PeopleRounding.HalfUp => Math.Floor(exact + 0.5m),
            PeopleRounding.Strict => down ? Math.Floor(exact) : Math.Ceiling(exact),
            _ => down ? Math.Ceiling(exact) : Math.Floor(exact),
        };

        (char Sentence, bool Holds)[] sentences = policy.Pattern == DistributionPattern.Pp30Of2019
            ?
            [
                ('a', AtMost(0.20m, Predicate.VeryGood)),
                ('b', AtLeast(0.60m, Predicate.Good)),
                ('c', AtMost(0.70m, Predicate.Good)),
                ('d', AtMost(0.20m, Predicate.NeedsImprovement, Predicate.Poor, Predicate.VeryPoor)),
            ]
            : level switch
            {
                OrganisationLevel.Outstanding =>
                    [('a', Most(Predicate.VeryGood)), ('b', AtMost(0.70m, Predicate.VeryGood))],
                OrganisationLevel.Good =>
                [
                    ('a', Most(Predicate.Good)),
                    ('b', AtMost(0.70m, Predicate.Good)),
                    ('c', people.Any(p => p is Predicate.NeedsImprovement or Predicate.Poor)),
                ],
                OrganisationLevel.NeedsImprovement =>
                    [('a', AtMost(0.10m, Predicate.VeryGood)), ('b', AtLeast(0.60m, Predicate.NeedsImprovement))],
                OrganisationLevel.Poor =>
                [
                    ('a', AtMost(0.10m, Predicate.VeryGood)),
                    ('b', AtLeast(0.10m, Predicate.NeedsImprovement)),
                    ('c', AtLeast(0.60m, Predicate.Poor)),
                ],
                _ =>
                [
                    ('a', !people.Contains(Predicate.VeryGood)),
                    ('b', AtLeast(0.10m, Predicate.NeedsImprovement, Predicate.Poor)),
                    ('c', AtLeast(0.60m, Predicate.VeryPoor)),
                ],
            };
        return string.Concat(sentences.Where(s => !s.Holds).Select(s => s.Sentence));
    }
}
