using System.Buffers;
using Kinerja.Domain.Evaluation;

namespace Kinerja.Domain.Ranking;

/// <summary>
/// The people of one agency on their way into its ranking: added one by one in any order, then put in order at once.
/// The working arrays are borrowed from the pool, so that hardly anything but the result is allocated.
/// </summary>
internal sealed class Cohort : IDisposable
{
    private readonly RankingPolicy _policy;
    private readonly ulong[] _words;
    private readonly EmployeeId[] _ids;
    private readonly int[] _units;
    private readonly UnitTallies _tallies = new();
    private readonly List<NotAssessedPerson> _notAssessed = [];
    private int _count;
    private bool _inOrderOfIds = true;

    internal Cohort(int people, RankingPolicy policy)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people, RankKey.MostPeople);
        _policy = policy;
        _words = ArrayPool<ulong>.Shared.Rent(people);
        _ids = ArrayPool<EmployeeId>.Shared.Rent(people);
        _units = ArrayPool<int>.Shared.Rent(people);
    }

    internal void Add(EmployeeId id, UnitId? unit, in Outcome outcome, RewardFacts reward)
    {
        var number = _tallies.Add(unit, outcome.Assessment?.Predicate);
        if (outcome.Assessment is not { } assessment)
        {
            _notAssessed.Add(new(id, outcome.NotAssessed!.Value));
            return;
        }

        _inOrderOfIds = _inOrderOfIds && (_count == 0 || _ids[_count - 1].CompareTo(id) < 0);
        _ids[_count] = id;
        _units[_count] = number;
        _words[_count] = RankKey.Of(assessment, _count, RewardRules.ExclusionsOf(reward, _policy));
        _count++;
    }

    internal AgencyRanking Rank()
    {
        var words = _words.AsSpan(0, _count);
        Sort(words);
        var cut = new TopShareCut(_count, _policy);
        var lines = LinesOf(words, cut);
        _notAssessed.Sort(static (a, b) => a.EmployeeId.CompareTo(b.EmployeeId));
        return new(lines, _notAssessed, cut.Excluded, cut.Cap, cut.InTopShare, cut.TiedAtCap, _policy.Version)
        {
            BelowMinimumCohort = _count < _policy.MinimumCohort,
            Units = _tallies.InOrder(),
        };
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(_words);
        ArrayPool<EmployeeId>.Shared.Return(_ids, clearArray: true);
        ArrayPool<int>.Shared.Return(_units);
    }

    private static void Sort(Span<ulong> words)
    {
        var scratch = ArrayPool<ulong>.Shared.Rent(words.Length);
        RankSort.Sort(words, scratch.AsSpan(0, words.Length));
        ArrayPool<ulong>.Shared.Return(scratch);
    }

    private RankingLine[] LinesOf(Span<ulong> words, TopShareCut cut)
    {
        var unitPlaces = _policy.PerUnit ? new UnitPlaces(_tallies.Count) : null;
        var byId = new Comparison<ulong>(CompareIds);
        var lines = new RankingLine[words.Length];
        for (int start = 0, end; start < words.Length; start = end)
        {
            end = EndOfGroup(words, start);
            var group = words[start..end];
            SortByIds(group, byId);
            var line = LineOf(group[0], start + 1, cut.Take(RankKey.PredicateOf(group[0]), group.Length));
            for (var i = 0; i < group.Length; i++)
            {
                var index = RankKey.IndexOf(group[i]);
                lines[start + i] = line with
                {
                    EmployeeId = _ids[index],
                    Top = cut.TopOf(line.Top, _ids[index], line.Place, RankKey.ExclusionsOf(group[i])),
                    UnitPlace = unitPlaces?.Next(_units[index], group[i]),
                };
            }
        }

        return lines;
    }

    /// <summary>What all of a group of equals have in common.</summary>
    private RankingLine LineOf(ulong word, int place, TopShare top) => new(
        place,
        default,
        RankKey.PredicateOf(word),
        RankKey.ScoreOf(word),
        RankKey.BehaviourScoreOf(word),
        top,
        _count == 1 ? 0 : (place - 1) / (double)(_count - 1));

    private static int EndOfGroup(ReadOnlySpan<ulong> words, int start)
    {
        var end = start + 1;
        while (end < words.Length && RankKey.SameMerit(words[start], words[end]))
        {
            end++;
        }

        return end;
    }

    /// <summary>
    /// The order among equals means nothing; it is that of the ids, so that the same people give the same bytes.
    /// </summary>
    private void SortByIds(Span<ulong> group, Comparison<ulong> byId)
    {
        if (!_inOrderOfIds && group.Length > 1)
        {
            group.Sort(byId);
        }
    }

    private int CompareIds(ulong a, ulong b) => _ids[RankKey.IndexOf(a)].CompareTo(_ids[RankKey.IndexOf(b)]);
}
