using System.Globalization;

namespace Kinerja.Simulation;

/// <summary>
/// A worker's process has ended here: between, before or in the middle of calls to what lies outside.
/// </summary>
public sealed class WorkerDiedException(string where) : Exception($"The worker died {where}.");

/// <summary>
/// What goes wrong, decided by the seed. Percentages differ from seed to seed; all of it ends some day.
/// </summary>
internal sealed class FaultPlan(int seed)
{
    private readonly int _dying = new Random(seed).Next(0, 5);

    internal Random Random { get; } = new(seed);

    internal bool IsOver { get; set; }

    /// <summary>For tests of the simulation itself: the n-th port call dies, counted from 1.</summary>
    internal int? DiesAtCall { get; init; }

    internal int Calls { get; private set; }

    internal bool Happens(int percent) => !IsOver && Random.Next(100) < percent;

    internal Fault FateOfCall()
    {
        Calls++;
        if (DiesAtCall is { } call)
        {
            return Calls == call ? Fault.DiesAfter : Fault.Lives;
        }

        return Happens(_dying) ? (Fault)Random.Next(1, 4) : Fault.Lives;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"KINERJA_SEED={seed}");
}

internal enum Fault
{
    Lives,
    DiesBefore,
    DiesHalfWay,
    DiesAfter,
}
