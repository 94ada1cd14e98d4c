namespace Kinerja.Domain;

/// <summary>
/// A half-open slice of the 65,536 places that people hash to. Buckets of check-ins and shards of a run are such
/// slices, so that either is one range of keys however many there are.
/// </summary>
public readonly record struct HashRange(int From, int To)
{
    public const int Places = 65536;

    public static HashRange All => new(0, Places);

    /// <summary>How many slices hold so many people with about <paramref name="each"/> in each; at least one.</summary>
    public static int CountFor(int people, int each) => Math.Clamp((people + each - 1) / each, 1, Places);

    /// <summary>Slice number <paramref name="index"/> (from 0) of <paramref name="count"/> equal ones.</summary>
    public static HashRange Slice(int index, int count) =>
        index < 0 || index >= count || count > Places
            ? throw new ArgumentOutOfRangeException(nameof(index), $"{index} of {count}")
            : new HashRange((int)((long)index * Places / count), (int)((long)(index + 1) * Places / count));

    /// <summary>The slice that a person falls into.</summary>
    public static int IndexOf(EmployeeId employee, int count)
    {
        var guess = (int)((long)PlaceOf(employee) * count / Places);
        while (PlaceOf(employee) >= Slice(guess, count).To)
        {
            guess++;
        }

        return guess;
    }

    public bool Overlaps(HashRange other) => From < other.To && other.From < To;

    public bool Contains(EmployeeId employee) => PlaceOf(employee) is var place && place >= From && place < To;

    /// <summary>
    /// 0 to 65,535; FNV-1a over the id's characters with a final mix. Stored keys hold it: it never changes.
    /// </summary>
    public static int PlaceOf(EmployeeId employee)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var character in employee.ToString())
            {
                hash = (hash ^ character) * 16777619u;
            }

            hash ^= hash >> 15;
            hash *= 0x2c1b3c6du;
            hash ^= hash >> 12;
            hash *= 0x297a2d39u;
            hash ^= hash >> 15;
            return (int)(hash >> 16);
        }
    }
}
