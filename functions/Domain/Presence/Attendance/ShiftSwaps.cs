using NodaTime;

namespace Kinerja.Domain.Presence.Attendance;

/// <summary>
/// Whose shift each person has by the swaps that hold. They are taken in the order in which they came to hold, each of
/// what the two had by then: a shift that was swapped can be swapped on, and a swap made twice gives everybody the own
/// shift again.
/// </summary>
public sealed class ShiftSwaps
{
    private readonly Dictionary<(EmployeeId, LocalDate), (EmployeeId Holder, ClientId Swap)> _turns = [];

    /// <param name="swaps">In any order and any state; those that do not hold are passed over.</param>
    public ShiftSwaps(IEnumerable<ShiftSwap> swaps)
    {
        foreach (var swap in swaps.Where(s => s.State == ShiftSwapState.Approved)
            .OrderBy(s => s.Number))
        {
            Exchange(swap);
        }
    }

    public static ShiftSwaps Empty { get; } = new([]);

    /// <summary>In whose name the roster has the person's shift of the date, and the swap that made it so.</summary>
    public (EmployeeId Holder, ClientId Swap)? On(EmployeeId employee, LocalDate date) =>
        _turns.TryGetValue((employee, date), out var turn) ? turn : null;

    /// <summary>As if that one held too, after all others.</summary>
    public ShiftSwaps With(ShiftSwap next)
    {
        var all = new ShiftSwaps([]);
        foreach (var (turn, held) in _turns)
        {
            all._turns[turn] = held;
        }

        all.Exchange(next);
        return all;
    }

    private void Exchange(ShiftSwap swap)
    {
        foreach (var date in swap.Dates)
        {
            var (one, other) = ((swap.EmployeeId, date), (swap.WithId, date));
            var (ofOne, ofOther) = (HolderOf(one), HolderOf(other));
            (_turns[one], _turns[other]) = ((ofOther, swap.Id), (ofOne, swap.Id));
        }
    }

    private EmployeeId HolderOf((EmployeeId Person, LocalDate Date) turn) =>
        _turns.TryGetValue(turn, out var found) ? found.Holder : turn.Person;
}
