using Kinerja.Domain.Geofencing;
using NetTopologySuite.Geometries;

namespace Kinerja.Benchmarks.Geofences;

/// <summary>
/// Fills the limit's grid. Edges are cut at the columns' sides. Where one leaves a cell to the east, an upright piece
/// from the cell's foot to there keeps the ray's count right, so that beyond the cell only the parity at its top
/// matters.
/// </summary>
internal sealed class FlatGridBuild
{
    private const int Out = -1;

    private readonly int _columns, _rows;
    private readonly double _west, _south, _width, _height;

    public FlatGridBuild(IReadOnlyList<Geofence> fences, int columns, int rows, Envelope all)
    {
        (_columns, _rows, _west, _south) = (columns, rows, all.MinX, all.MinY);
        (_width, _height) = (all.Width / columns, all.Height / rows);
        Cells = new int[columns * rows];
        Array.Fill(Cells, Out);
        var found = new Dictionary<int, List<(int Fence, int Odd, List<Piece>? Pieces)>>();
        for (var i = 0; i < fences.Count; i++)
        {
            Lay(i, fences[i].Area, found);
        }

        foreach (var (cell, states) in found)
        {
            Write(cell, states);
        }
    }

    private readonly record struct Piece(double Ax, double Ay, double Bx, double By);

    public int[] Cells { get; }

    public List<int> Entries { get; } = [];

    public List<double> Ax { get; } = [];

    public List<double> Ay { get; } = [];

    public List<double> By { get; } = [];

    public List<double> Slope { get; } = [];

    private void Lay(int fence, MultiPolygon area, Dictionary<int, List<(int, int, List<Piece>?)>> found)
    {
        var box = area.EnvelopeInternal;
        var (west, east, foot, top) = (Column(box.MinX), Column(box.MaxX), Row(box.MinY), Row(box.MaxY));
        var (columns, rows) = (east - west + 1, top - foot + 1);
        var pieces = new List<Piece>?[columns * rows];
        var odd = new int[columns * rows];
        foreach (var ring in area.Geometries.Cast<Polygon>().SelectMany(p => p.InteriorRings.Prepend(p.ExteriorRing)))
        {
            var points = ring.Coordinates;
            for (var i = 1; i < points.Length; i++)
            {
                Cut(points[i - 1], points[i]);
            }
        }

        for (var at = 0; at < odd.Length; at++)
        {
            // From the top down: what is crossed above a cell's top stays crossed for the cells below.
            var local = ((rows - 1 - (at / columns)) * columns) + (at % columns);
            odd[local] ^= at >= columns ? odd[local + columns] : 0;
            if (odd[local] != 0 || pieces[local] is not null)
            {
                var cell = ((foot + (local / columns)) * _columns) + west + (local % columns);
                (found.TryGetValue(cell, out var list) ? list : found[cell] = []).Add(
                    (fence, odd[local], pieces[local]));
            }
        }

        void Cut(Coordinate a, Coordinate b)
        {
            var (left, right) = a.X < b.X ? (a, b) : (b, a);
            var last = Column(right.X);
            var piece = left;
            for (var column = Column(left.X); column <= last; column++)
            {
                var border = _west + ((column + 1) * _width);
                var crosses = column < last;
                var end = crosses
                    ? new Coordinate(border, left.Y + ((border - left.X) / (right.X - left.X) * (right.Y - left.Y)))
                    : right;
                var up = Row(Math.Max(piece.Y, end.Y));
                for (var row = Row(Math.Min(piece.Y, end.Y)); row <= up; row++)
                {
                    Add(row, column, new(piece.X, piece.Y, end.X, end.Y));
                }

                if (crosses)
                {
                    var row = Row(end.Y);
                    Add(row, column, new(border + _width, _south + (row * _height) - _height, border + _width, end.Y));
                    if (row > foot)
                    {
                        odd[((row - 1 - foot) * columns) + column - west] ^= 1;
                    }
                }

                piece = end;
            }
        }

        void Add(int row, int column, Piece piece) =>
            (pieces[((row - foot) * columns) + column - west] ??= []).Add(piece);
    }

    private void Write(int cell, List<(int Fence, int Odd, List<Piece>? Pieces)> states)
    {
        if (states[0].Pieces is null)
        {
            Cells[cell] = states[0].Fence;
            return;
        }

        Cells[cell] = ~(Entries.Count + 1);
        Entries.Add(states.Count);
        foreach (var (fence, odd, pieces) in states)
        {
            Entries.AddRange([fence, odd, Ax.Count, pieces?.Count ?? 0]);
            foreach (var piece in pieces ?? [])
            {
                Ax.Add(piece.Ax);
                Ay.Add(piece.Ay);
                By.Add(piece.By);
                Slope.Add(piece.Ay == piece.By ? 0 : (piece.Bx - piece.Ax) / (piece.By - piece.Ay));
            }
        }
    }

    private int Column(double x) => Math.Clamp((int)((x - _west) / _width), 0, _columns - 1);

    private int Row(double y) => Math.Clamp((int)((y - _south) / _height), 0, _rows - 1);
}
