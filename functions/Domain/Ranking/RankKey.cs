using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// One assessed person in 64 bits, such that the smaller word is the better person: 31 bits of merit (3 predicate, 14
/// score, 14 behaviour score, all turned round), 27 bits for where the person stands in the list, 6 bits that only
/// travel along. Two people are equal when their merits are.
/// </summary>
internal static class RankKey
{
    internal const int MeritBits = 31;
    internal const int MeritShift = 64 - MeritBits;

    /// <summary>134 million people, some thirty times the whole civil service.</summary>
    internal const int MostPeople = 1 << IndexBits;

    private const int ScoreBits = 14;
    private const int IndexBits = 27;
    private const int ExtraBits = MeritShift - IndexBits;
    private const uint MeritMask = (1u << MeritBits) - 1;
    private const int ScoreMask = (1 << ScoreBits) - 1;
    private const int IndexMask = MostPeople - 1;
    private const int ExtraMask = (1 << ExtraBits) - 1;

    internal static ulong Of(in Assessment assessment, int index, RewardExclusions exclusions)
    {
        var merit = ((uint)assessment.Predicate << (2 * ScoreBits))
            | ((uint)assessment.Score.Hundredths << ScoreBits)
            | (uint)assessment.BehaviourScore.Hundredths;
        return ((ulong)(MeritMask - merit) << MeritShift) | ((ulong)(uint)index << ExtraBits) | (uint)exclusions;
    }

    internal static bool SameMerit(ulong a, ulong b) => (a ^ b) >> MeritShift == 0;

    internal static int IndexOf(ulong word) => (int)((word >> ExtraBits) & IndexMask);

    internal static RewardExclusions ExclusionsOf(ulong word) => (RewardExclusions)(int)(word & ExtraMask);

    internal static Predicate PredicateOf(ulong word) => (Predicate)(byte)(MeritOf(word) >> (2 * ScoreBits));

    internal static Score ScoreOf(ulong word) => Score.FromHundredths((int)(MeritOf(word) >> ScoreBits) & ScoreMask);

    internal static Score BehaviourScoreOf(ulong word) => Score.FromHundredths((int)MeritOf(word) & ScoreMask);

    private static uint MeritOf(ulong word) => MeritMask - (uint)(word >> MeritShift);
}
