namespace Kinerja.Domain.Evaluation;

/// <summary>
/// The least score of each predicate (PP 30/2019 art. 41); what is below all of them is Sangat Kurang. Sangat Baik asks
/// for a new idea besides, and its band lies within Baik's: 115 without one is Baik.
/// </summary>
public sealed record ScoreBands(Score VeryGood, Score Good, Score NeedsImprovement, Score Poor)
{
    public bool Fall =>
        VeryGood.CompareTo(Good) >= 0 && Good.CompareTo(NeedsImprovement) >= 0 && NeedsImprovement.CompareTo(Poor) >= 0;

    public Predicate PredicateOf(Score score, bool hasNewIdea) => score switch
    {
        _ when score.CompareTo(VeryGood) >= 0 && hasNewIdea => Predicate.VeryGood,
        _ when score.CompareTo(Good) >= 0 => Predicate.Good,
        _ when score.CompareTo(NeedsImprovement) >= 0 => Predicate.NeedsImprovement,
        _ when score.CompareTo(Poor) >= 0 => Predicate.Poor,
        _ => Predicate.VeryPoor,
    };
}
