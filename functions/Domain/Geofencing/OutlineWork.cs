using NetTopologySuite.Geometries;

namespace Kinerja.Domain.Geofencing;

/// <summary>
/// How much work NetTopologySuite's check of an outline is, counted before it begins. The check cannot be cancelled, so
/// what it would compare must be known: pairs of monotone chains and of their halves (<see cref="ChainWork"/>), then
/// which ring lies in which (<see cref="NestingWork"/>). Never less than the check does; more when it would find a
/// fault early.
/// </summary>
internal static class OutlineWork
{
    /// <summary>Coasts and offices need 200; a province of 90,000 vertices with its thousand lakes needs 900.</summary>
    private const long StepsPerVertex = 1000;
    private const long StepsForAny = 16_000_000;

    /// <summary>Some milliseconds: what needs more waits for a place of the few that dear work has.</summary>
    internal const long MostCheap = 1_000_000;

    /// <summary>What an outline of so many vertices may take. Any of a thousand may, whatever it looks like.</summary>
    internal static long Most(int vertices) => StepsForAny + (StepsPerVertex * vertices);

    /// <summary>In steps; counting stops soon after <paramref name="most"/>.</summary>
    internal static long Count(MultiPolygon area, long most, CancellationToken cancel)
    {
        var meter = new WorkMeter(most, cancel);
        ChainWork.Count(area, meter);
        NestingWork.Count(area, meter);
        return meter.Steps;
    }
}
