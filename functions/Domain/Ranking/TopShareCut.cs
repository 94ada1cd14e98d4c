using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The top share while it fills, best group first. A group that does not fit as a whole, or is below the floor, closes
/// it: nobody behind may slip in.
/// </summary>
internal sealed class TopShareCut(int assessed, RankingPolicy policy)
{
    private readonly List<ExcludedPerson> _excluded = [];
    private bool _open = true;
    private int _filled;
    private int _tied;

    internal int Cap { get; } = policy.CapOf(assessed);

    internal int InTopShare => _filled - _excluded.Count;

    internal int TiedAtCap => _tied;

    internal IReadOnlyList<ExcludedPerson> Excluded => _excluded;

    /// <summary>What holds for a whole group of equals.</summary>
    internal TopShare Take(Predicate predicate, int people)
    {
        var room = Cap - _filled;
        if (!_open || room <= 0 || predicate < policy.TopFloor)
        {
            _open = false;
            return TopShare.Out;
        }

        _open = people <= room;
        _filled += _open ? people : 0;
        _tied += _open ? 0 : people;
        return _open ? TopShare.In : TopShare.TiedAtCap;
    }

    /// <summary>What holds for one of the group: the reward may be kept from him, the place is not passed on.</summary>
    internal TopShare TopOf(TopShare group, EmployeeId id, int place, RewardExclusions exclusions)
    {
        if (group != TopShare.In || exclusions == RewardExclusions.None)
        {
            return group;
        }

        _excluded.Add(new(id, place, exclusions));
        return TopShare.ExcludedFromReward;
    }
}
