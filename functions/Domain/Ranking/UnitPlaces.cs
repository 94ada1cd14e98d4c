namespace Kinerja.Domain.Ranking;

/// <summary>Places within each unit, found while the agency's people go by best first: 1, 2, 2, 4 in each.</summary>
internal sealed class UnitPlaces(int units)
{
    private readonly (int People, int Place, ulong Last)[] _units = new (int, int, ulong)[units];

    /// <summary>Null for a person of no known unit.</summary>
    internal int? Next(int unit, ulong word)
    {
        if (unit == UnitTallies.NoUnit)
        {
            return null;
        }

        ref var seen = ref _units[unit];
        seen.People++;
        seen.Place = seen.People > 1 && RankKey.SameMerit(seen.Last, word) ? seen.Place : seen.People;
        seen.Last = word;
        return seen.Place;
    }
}
