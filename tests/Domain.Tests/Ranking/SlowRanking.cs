using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Ranking;

namespace Kinerja.Domain.Tests.Ranking;

/// <summary>
/// The rule of ranking a second time, as slow and plain as can be: a place is one more than the number of better people;
/// a group is in when everybody at its place or better fits under the cap and has the floor.
/// </summary>
internal static class SlowRanking
{
    internal static Dictionary<EmployeeId, (int Place, TopShare Top)> Of(
        IReadOnlyList<EmployeeEvaluation> evaluations, RankingPolicy policy)
    {
        var assessed = evaluations.Where(e => e.Assessment is not null).ToList();
        var cap = (int)Math.Floor(assessed.Count * (policy.TopPercent / 100m));
        return assessed.ToDictionary(e => e.EmployeeId, e =>
        {
            var better = assessed.Count(other => IsBetter(other.Assessment!, e.Assessment!));
            var notWorse = assessed.Count(other => !IsBetter(e.Assessment!, other.Assessment!));
            var worthy = e.Assessment!.Predicate >= policy.TopFloor;
            // Only the group at which the cap is reached can be tied there: everybody better is in, and there is room.
            var betterAreIn = better == 0 || better < cap;
            var top = !worthy ? TopShare.Out
                : notWorse <= cap ? TopShare.In
                : betterAreIn && cap > 0 ? TopShare.TiedAtCap
                : TopShare.Out;
            return (better + 1, top);
        });
    }

    private static bool IsBetter(Assessment a, Assessment b)
    {
        if (a.Predicate != b.Predicate)
        {
            return (int)a.Predicate > (int)b.Predicate;
        }

        return a.Score != b.Score
            ? a.Score.Hundredths > b.Score.Hundredths
            : a.BehaviourScore.Hundredths > b.BehaviourScore.Hundredths;
    }
}
