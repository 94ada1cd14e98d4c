namespace Kinerja.Domain.Geofencing;

/// <summary>An order in which neighbours stand together: columns by longitude, each by latitude (sort-tile-recursive).</summary>
internal static class TileOrder
{
    /// <summary>The boxes' numbers in that order; equal places keep the numbers' order.</summary>
    internal static int[] Of(Box[] boxes)
    {
        var column = BoxTree.Fanout * (int)Math.Ceiling(Math.Sqrt((double)boxes.Length / BoxTree.Fanout));
        return
        [
            .. Enumerable.Range(0, boxes.Length)
                .OrderBy(i => boxes[i].West + boxes[i].East)
                .Chunk(Math.Max(1, column))
                .SelectMany(tile => tile.OrderBy(i => boxes[i].South + boxes[i].North)),
        ];
    }
}
