using System.Numerics;
using System.Runtime.Intrinsics;

namespace Kinerja.Domain.Geofencing;

/// <summary>Of each level, the parent whose eight children a walk is looking at.</summary>
[System.Runtime.CompilerServices.InlineArray(BoxTree.MostLevels)]
internal struct Parents
{
    private int _first;
}

/// <summary>Of each level, the square distances of eight children; infinite for those that were visited.</summary>
[System.Runtime.CompilerServices.InlineArray(BoxTree.MostLevels)]
internal struct Distances
{
    private Vector512<double> _first;
}

/// <summary>
/// Visits the lowest boxes of a tree, the nearest of each eight first, and leaves out what lies beyond a bound from the
/// plane's origin. The bound may shrink from step to step. Nothing is allocated: it holds eight distances a level.
/// </summary>
internal ref struct NearestWalk
{
    private readonly BoxTree _tree;
    private readonly Vector512<double> _longitude;
    private readonly Vector512<double> _latitude;
    private readonly Vector512<double> _metresPerDegreeEast;
    private readonly Vector512<double> _metresPerDegreeNorth;
    private Parents _parents;
    private Distances _distances;
    private int _level;

    internal NearestWalk(BoxTree tree, in LocalPlane plane)
    {
        _tree = tree;
        _longitude = Vector512.Create(plane.Longitude);
        _latitude = Vector512.Create(plane.Latitude);
        _metresPerDegreeEast = Vector512.Create(plane.MetresPerDegreeEast);
        _metresPerDegreeNorth = Vector512.Create(plane.MetresPerDegreeNorth);
        Open(tree.TopLevel, 0);
    }

    /// <summary>
    /// The next lowest box within the bound, by the number it was given; false when there is none left.
    /// </summary>
    internal bool Next(double withinSquareMetres, out int number)
    {
        // An empty box is infinitely far: it is none, bound or not.
        var within = Math.Min(withinSquareMetres, double.MaxValue);
        while (_level <= _tree.TopLevel)
        {
            var squares = _distances[_level];
            var least = Least(squares);
            if (least > within)
            {
                _level++;
                continue;
            }

            var child = BitOperations.TrailingZeroCount(
                Vector512.Equals(squares, Vector512.Create(least)).ExtractMostSignificantBits());
            _distances[_level] = squares.WithElement(child, double.PositiveInfinity);
            var place = (_parents[_level] * BoxTree.Fanout) + child;
            if (_level == 0)
            {
                number = _tree.NumberAt(place);
                return true;
            }

            Open(_level - 1, place);
        }

        number = -1;
        return false;
    }

    /// <summary>Goes down to the eight children, on their level, of one parent.</summary>
    private void Open(int level, int parent)
    {
        _level = level;
        _parents[level] = parent;
        var sides = _tree.Children(level, parent);
        var across = Vector512.MaxNative(
            Vector512.MaxNative(sides.West - _longitude, _longitude - sides.East),
            Vector512<double>.Zero) * _metresPerDegreeEast;
        var along = Vector512.MaxNative(
            Vector512.MaxNative(sides.South - _latitude, _latitude - sides.North),
            Vector512<double>.Zero) * _metresPerDegreeNorth;
        _distances[level] = (across * across) + (along * along);
    }

    private static double Least(in Vector512<double> squares)
    {
        var four = Vector256.MinNative(squares.GetLower(), squares.GetUpper());
        var two = Vector128.MinNative(four.GetLower(), four.GetUpper());
        return Math.Min(two[0], two[1]);
    }
}
