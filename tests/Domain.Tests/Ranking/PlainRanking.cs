using System.Globalization;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>
/// The oracle: evaluation, ranking and counts a second time, as slow and plain as can be, from the text of the rules
/// and with none of the domain's arithmetic. A place is one more than the number of better people; everybody is
/// compared with everybody. Its answer is text, a line for each thing, as <see cref="Text"/> writes the real one.
/// </summary>
internal static class PlainRanking
{
    private static readonly string[] Predicates = ["", "VeryPoor", "Poor", "NeedsImprovement", "Good", "VeryGood"];

    internal static IEnumerable<string> Of(IReadOnlyList<EvaluationInput> people, int skpPercent, RankingPolicy policy)
    {
        var assessed = people.Where(p => WhyNot(p) == "").Select(p => Plain.Of(p, skpPercent)).ToList();
        var cap = assessed.Count < policy.MinimumCohort
            ? 0
            : (int)Math.Floor(assessed.Count * (policy.TopPercent / 100m));
        yield return $"cap {cap} small {assessed.Count < policy.MinimumCohort}";
        foreach (var person in assessed.OrderBy(p => assessed.Count(o => o.IsBetterThan(p))).ThenBy(
            p => p.Id, StringComparer.Ordinal))
        {
            var better = assessed.Count(other => other.IsBetterThan(person));
            var notWorse = assessed.Count(other => !person.IsBetterThan(other));
            var worthy = person.Predicate >= (int)policy.TopFloor;
            var why = Exclusions(person.Input.Reward, policy);
            // Only the group at which the cap is reached can be tied there: everybody better is in, and there is room.
            var top = worthy && notWorse <= cap ? why == "" ? "In" : "ExcludedFromReward"
                : worthy && better < cap ? "TiedAtCap"
                : "Out";
            var percent = assessed.Count == 1 ? 0 : (double)better / (assessed.Count - 1);
            var unit = assessed.Where(o => o.Input.UnitId == person.Input.UnitId)
                .Count(o => o.IsBetterThan(person)) + 1;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{better + 1} {person.Id} {Predicates[person.Predicate]} {person.Score:F2} {person.Behaviour:F2} {top} {percent:R} unit {(policy.PerUnit ? unit : 0)}");
            if (top == "ExcludedFromReward")
            {
                yield return $"{person.Id} at {better + 1} excluded: {why}";
            }
        }

        foreach (var person in people.Where(p => WhyNot(p) != "").OrderBy(
            p => $"{p.EmployeeId}", StringComparer.Ordinal))
        {
            yield return $"{person.EmployeeId} not assessed: {WhyNot(person)}";
        }

        foreach (var unit in people.GroupBy(p => $"{p.UnitId}").OrderBy(u => u.Key, StringComparer.Ordinal))
        {
            var of = assessed.Where(p => $"{p.Input.UnitId}" == unit.Key).ToList();
            var counts = Enumerable.Range(1, 5).Select(n => $"{Predicates[n]} {of.Count(p => p.Predicate == n)}");
            yield return $"{unit.Key}: {string.Join(", ", counts)}, none {unit.Count() - of.Count}";
        }
    }

    /// <summary>The real ranking in the same words.</summary>
    internal static IEnumerable<string> Text(AgencyRanking ranking)
    {
        var excluded = ranking.ExcludedFromReward.ToDictionary(e => e.EmployeeId);
        yield return $"cap {ranking.Cap} small {ranking.BelowMinimumCohort}";
        foreach (var line in ranking.Lines)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{line.Place} {line.EmployeeId} {line.Predicate} {line.Score} {line.BehaviourScore} {line.Top} {line.PercentRank:R} unit {line.UnitPlace ?? 0}");
            if (excluded.TryGetValue(line.EmployeeId, out var person))
            {
                yield return $"{person.EmployeeId} at {person.Place} excluded: {person.Reasons}";
            }
        }

        foreach (var person in ranking.NotAssessed)
        {
            yield return $"{person.EmployeeId} not assessed: {person.Reason}";
        }

        foreach (var unit in ranking.Units)
        {
            var counts = Enum.GetValues<Predicate>().Select(p => $"{p} {unit.Counts.Of(p)}");
            yield return $"{unit.UnitId}: {string.Join(", ", counts)}, none {unit.NotAssessed}";
        }
    }

    private static string WhyNot(EvaluationInput person) =>
        person.Rating is null ? "NoRating"
        : person.HeadsUnit && person.UnitLevel is null ? "NoUnitPerformance"
        : "";

    private static string Exclusions(RewardFacts facts, RankingPolicy policy)
    {
        var found = new List<string>();
        if (facts.Discipline == DisciplineStatus.InProcess && policy.ExcludeDisciplineInProcess)
        {
            found.Add("DisciplineInProcess");
        }

        if (facts.Discipline == DisciplineStatus.Serving && policy.ExcludeDisciplineServing)
        {
            found.Add("DisciplineServing");
        }

        if (facts.MonthsInService is { } months && months < policy.NewStaffMonths)
        {
            found.Add("NewStaff");
        }

        return string.Join(", ", found);
    }

    private sealed record Plain(EvaluationInput Input, string Id, int Predicate, decimal Score, decimal Behaviour)
    {
        internal static Plain Of(EvaluationInput input, int skpPercent)
        {
            var rating = input.Rating!;
            var result = input.HeadsUnit ? ResultOf(input.UnitLevel!.Value) : rating.Result;
            var (skp, behaviour) = (rating.Skp.Hundredths / 100m, rating.BehaviourScore.Hundredths / 100m);
            var score = (skp * skpPercent / 100m) + (behaviour * (100 - skpPercent) / 100m);
            return new(
                input, $"{input.EmployeeId}", PredicateOf(result, rating.Behaviour),
                Math.Round(score, 2, MidpointRounding.AwayFromZero), behaviour);
        }

        internal bool IsBetterThan(Plain other) =>
            Predicate != other.Predicate ? Predicate > other.Predicate
            : Score != other.Score ? Score > other.Score
            : Behaviour > other.Behaviour;

        private static ExpectationLevel ResultOf(OrganisationLevel unit) =>
            unit == OrganisationLevel.Outstanding ? ExpectationLevel.Above
            : unit == OrganisationLevel.Good ? ExpectationLevel.Meets
            : ExpectationLevel.Below;

        private static int PredicateOf(ExpectationLevel result, ExpectationLevel behaviour) =>
            (result, behaviour) switch
            {
                (ExpectationLevel.Below, ExpectationLevel.Below) => 1,
                (_, ExpectationLevel.Below) => 2,
                (ExpectationLevel.Below, _) => 3,
                (ExpectationLevel.Above, ExpectationLevel.Above) => 5,
                _ => 4,
            };
    }
}
