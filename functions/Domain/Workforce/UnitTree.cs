using NodaTime;

namespace Kinerja.Domain.Workforce;

/// <summary>
/// Units stand below one another by date, and never round: direct service and leaders are read upwards.
/// </summary>
public static class UnitTree
{
    /// <summary>
    /// The first day on which that unit stands above itself, directly or by others; null when it never does. A circle
    /// above it in which it does not stand is not its fault.
    /// </summary>
    /// <param name="unit">The unit that is asked about.</param>
    /// <param name="find">What the register says of a unit; null: it is not registered, and the line ends.</param>
    public static LocalDate? FirstCircleOf(UnitId unit, Func<UnitId, History<OrganisationUnit>?> find)
    {
        var days = new SortedSet<LocalDate>();
        var above = new HashSet<UnitId>();
        var open = new Stack<UnitId>([unit]);
        while (open.TryPop(out var next))
        {
            if (!above.Add(next) || find(next) is not { } history)
            {
                continue;
            }

            foreach (var entry in history.Entries)
            {
                days.Add(entry.From);
                if (entry.Value.ParentId is { } parent)
                {
                    open.Push(parent);
                }
            }
        }

        return days.Where(day => IsAboveItself(unit, day, find)).Select(day => (LocalDate?)day).FirstOrDefault();
    }

    private static bool IsAboveItself(
        UnitId unit, LocalDate day, Func<UnitId, History<OrganisationUnit>?> find)
    {
        var passed = new HashSet<UnitId>();
        var at = find(unit)?.On(day).ParentId;
        while (at is { } parent && parent != unit && passed.Add(parent))
        {
            at = find(parent)?.On(day).ParentId;
        }

        return at == unit;
    }
}
