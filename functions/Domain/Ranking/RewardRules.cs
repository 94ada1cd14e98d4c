using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Workforce;

namespace Kinerja.Domain.Ranking;

/// <summary>Why a person in the top share does not get its reward; more than one may hold.</summary>
[Flags]
public enum RewardExclusions
{
    None = 0,
    DisciplineInProcess = 1,
    DisciplineServing = 2,
    NewStaff = 4,
}

/// <summary>
/// Who gets no flexible work though the place would give it: staff under or in process of discipline, and new staff
/// (PermenPANRB 4/2025). It is asked after the cut: they keep their place, and it is not passed on.
/// </summary>
public static class RewardRules
{
    public static RewardExclusions ExclusionsOf(RewardFacts facts, RankingPolicy policy)
    {
        var discipline = facts.Discipline switch
        {
            DisciplineStatus.InProcess when policy.ExcludeDisciplineInProcess => RewardExclusions.DisciplineInProcess,
            DisciplineStatus.Serving when policy.ExcludeDisciplineServing => RewardExclusions.DisciplineServing,
            _ => RewardExclusions.None,
        };
        return facts.MonthsInService < policy.NewStaffMonths ? discipline | RewardExclusions.NewStaff : discipline;
    }
}
