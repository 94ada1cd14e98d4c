using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// Whether a person is in the top share. A group of equals that would cross the cap stays out as a whole and is named
/// so: nobody is taken by an accident of order.
/// </summary>
public enum TopShare
{
    Out,
    In,
    TiedAtCap,
}

/// <summary>One person's place. Equal people share a place and the next one is skipped: 1, 2, 2, 4.</summary>
public readonly record struct RankingLine(
    int Place,
    EmployeeId EmployeeId,
    Predicate Predicate,
    Score Score,
    Score BehaviourScore,
    TopShare Top);

/// <summary>An agency's order of the assessed; those without a predicate are counted and never ranked.</summary>
public sealed record AgencyRanking(
    IReadOnlyList<RankingLine> Lines,
    int NotAssessed,
    int Cap,
    int InTopShare,
    int TiedAtCap,
    string PolicyVersion)
{
    public int Assessed => Lines.Count;
}
