namespace Kinerja.Domain.Geofencing;

/// <summary>
/// Square cells over a box. A cell's side is a power of two of a degree and the cells lie on its multiples, so that
/// "which column" and "where is the border" are exact in doubles: no point is ever a rounding error beside its cell.
/// A cell holds its west and south border, not its east and north one.
/// </summary>
internal readonly struct CellFrame
{
    /// <summary>About a tenth of a micrometre; finer cells would help nobody.</summary>
    private const int FinestPower = -40;

    private readonly double _cellsPerDegree;
    private readonly double _side;
    private readonly double _firstColumn;
    private readonly double _firstRow;

    /// <summary>As many cells as wanted, within a factor of about three either way.</summary>
    internal CellFrame(in Box box, double wanted)
    {
        // A long and narrow box must not make more columns than cells were wanted.
        var side = Math.Max(Math.Sqrt(box.Width * box.Height / wanted), Math.Max(box.Width, box.Height) / wanted);
        var power = Math.Max(FinestPower, side > 0 ? (int)Math.Round(Math.Log2(side)) : FinestPower);
        _side = Math.ScaleB(1, power);
        _cellsPerDegree = Math.ScaleB(1, -power);
        _firstColumn = Math.Floor(box.West * _cellsPerDegree);
        _firstRow = Math.Floor(box.South * _cellsPerDegree);
        Columns = Column(box.East) + 1;
        Rows = Row(box.North) + 1;
    }

    internal int Columns { get; }

    internal int Rows { get; }

    internal double Side => _side;

    /// <summary>For longitudes of the box only.</summary>
    internal int Column(double longitude) =>
        double.ConvertToIntegerNative<int>(Math.Floor(longitude * _cellsPerDegree) - _firstColumn);

    /// <summary>For latitudes of the box only.</summary>
    internal int Row(double latitude) =>
        double.ConvertToIntegerNative<int>(Math.Floor(latitude * _cellsPerDegree) - _firstRow);

    /// <summary>The latitude's row, or the nearest one for a latitude beside the box.</summary>
    internal int NearestRow(double latitude) =>
        (int)Math.Clamp(Math.Floor(latitude * _cellsPerDegree) - _firstRow, 0, Rows - 1);

    /// <summary>The first longitude that is no longer in the column.</summary>
    internal double EastBorder(int column) => (_firstColumn + column + 1) * _side;

    /// <summary>The first latitude that is no longer in the row.</summary>
    internal double NorthBorder(int row) => (_firstRow + row + 1) * _side;
}
