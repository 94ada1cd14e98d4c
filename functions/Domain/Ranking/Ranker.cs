using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// Evaluations → ranking: predicate first, then score, then behaviour score; equal on all three is an equal place.
/// Within a place the list is ordered by id, so that the same people give the same bytes; that order means nothing.
/// </summary>
public static class Ranker
{
    public static AgencyRanking Rank(IReadOnlyCollection<EmployeeEvaluation> evaluations, RankingPolicy policy)
    {
        var assessed = evaluations.Where(e => e.Assessment is not null).ToArray();
        Array.Sort(assessed, static (a, b) => Compare(a, b) is var order and not 0 ? order : a.EmployeeId.CompareTo(b.EmployeeId));

        var cap = policy.CapOf(assessed.Length);
        var lines = new RankingLine[assessed.Length];
        var (taken, tied, open) = (0, 0, true);
        for (var start = 0; start < assessed.Length;)
        {
            var end = EndOfGroup(assessed, start);
            var top = TopOf(assessed[start], end - start, cap - taken, open, policy);
            taken += top == TopShare.In ? end - start : 0;
            tied += top == TopShare.TiedAtCap ? end - start : 0;
            open = top == TopShare.In;
            for (; start < end; start++)
            {
                lines[start] = LineOf(assessed[start], PlaceOf(assessed, lines, start), top);
            }
        }

        return new AgencyRanking(lines, evaluations.Count - assessed.Length, cap, taken, tied, policy.Version);
    }

    /// <summary>Best first; zero means that nothing but the name tells the two apart.</summary>
    private static int Compare(EmployeeEvaluation a, EmployeeEvaluation b)
    {
        var (first, second) = (a.Assessment!, b.Assessment!);
        return (second.Predicate, second.Score, second.BehaviourScore)
            .CompareTo((first.Predicate, first.Score, first.BehaviourScore));
    }

    private static int EndOfGroup(EmployeeEvaluation[] assessed, int start)
    {
        var end = start + 1;
        while (end < assessed.Length && Compare(assessed[start], assessed[end]) == 0)
        {
            end++;
        }

        return end;
    }

    private static TopShare TopOf(EmployeeEvaluation first, int size, int room, bool open, RankingPolicy policy)
    {
        if (!open || room <= 0 || first.Assessment!.Predicate < policy.TopFloor)
        {
            return TopShare.Out;
        }

        return size <= room ? TopShare.In : TopShare.TiedAtCap;
    }

    private static int PlaceOf(EmployeeEvaluation[] assessed, RankingLine[] lines, int index) =>
        index > 0 && Compare(assessed[index - 1], assessed[index]) == 0 ? lines[index - 1].Place : index + 1;

    private static RankingLine LineOf(EmployeeEvaluation evaluation, int place, TopShare top)
    {
        var assessment = evaluation.Assessment!;
        return new(
            place,
            evaluation.EmployeeId,
            assessment.Predicate,
            assessment.Score,
            assessment.BehaviourScore,
            top);
    }
}
