using System.Globalization;
using System.Text;

namespace Kinerja.Shared;

/// <summary>
/// Outlines drawn to be dear: each family grows with the number of corners that it is given, up to what a fence may
/// have. Some are valid, some are not; what they have in common is that a check which compares everything with
/// everything is lost.
/// </summary>
public static class HostileOutlines
{
    private const double West = 107;
    private const double South = -6.9;

    /// <summary>
    /// Each family's name and its outline of about so many corners, as the coordinates of a MultiPolygon.
    /// </summary>
    public static IReadOnlyDictionary<string, Func<int, string>> Families { get; } =
        new Dictionary<string, Func<int, string>>
        {
            ["nested squares"] = n => Text(Repeat(n / 5, i => Part(Square(i * 1e-7, i * 1e-7, 0.01 - (i * 2e-7))))),
            ["near-coincident rings"] = n => Text(Repeat(n / 200, i => Part(Wave(198, 0.01 + (i * 1e-9))))),
            ["comb upright"] = n => Text([Part(Comb(n / 4, 0))]),
            ["comb aslant"] = n => Text([Part(Comb(n / 4, 1))]),
            ["spiral"] = n => Text([Part(Spiral(n, 4))]),
            ["round spiral"] = n => Text([Part(Spiral(n, 64))]),
            ["star"] = n => Text([Part(Star(n))]),
            ["bow-ties"] = n => Text([Part(BowTies(n))]),
            ["fan"] = n => Text(Repeat(n / 4, i => Part(Slice(i, n / 4)))),
            ["fan of holes"] = n => Text(
                [Part([Square(-1, -1, 2), .. Repeat(Math.Min(1000, n / 4), i => Slice(i, Math.Min(1000, n / 4)))])]),
            ["fans of holes"] = n => Text(Repeat(Math.Max(1, n / 4005), p =>
                Part(
                    [
                        Square((3 * p) - 1, -1, 2),
                    .. Repeat(Math.Min(1000, n / 4), i => Moved(Slice(i, Math.Min(1000, n / 4)), 3 * p))
                    ]))),
            ["parts in each other's holes"] = n => Text(Repeat(n / 10, i =>
                Part(
                    Square(2 * i * 1e-7, 2 * i * 1e-7, 0.02 - (4 * i * 1e-7)),
                    Square(((2 * i) + 1) * 1e-7, ((2 * i) + 1) * 1e-7, 0.02 - (((4 * i) + 2) * 1e-7))))),
            ["zigzags along each other"] = n => Text(Repeat(20, i => Part(Zigzag(n / 20, i * 1e-6)))),
            ["long thin strips aslant"] = n => Text(Repeat(n / 5, i => Part(Strip(i * 1e-6, 4e-7)))),
            ["tiny rings in one corner of a large box"] = n => Text(
                [
                    .. Shuffled(Repeat(n / 5, i => Part(Square(i % 150 * 1e-6, i / 150 * 1e-6, 5e-7)))),
                Part(Square(30, 5, 1))
                ]),
            ["grid of rings"] = n => Text(
                Repeat(n / 10, i => Part(
                    Square(i % 100 * 1e-3, i / 100 * 1e-3, 9e-4),
                    Square((i % 100 * 1e-3) + 1e-4, (i / 100 * 1e-3) + 1e-4, 7e-4)))),
            ["a line there and back"] = n => Text([Part(ThereAndBack(n / 2))]),
            ["repeated points"] = n => Text(
                Repeat(n / 500, i => Part(
                    [.. Square(i * 1e-6, i * 1e-6, 0.01 - (i * 2e-6)).SelectMany(p => Enumerable.Repeat(p, 100))]))),
            ["a thousand holes in a long shell"] = n => Text(
                [Part(
                [
                    Crown(n - (4 * Math.Min(1000, n / 8))),
                    .. Repeat(Math.Min(1000, n / 8), i => Square(-0.2 + (i % 32 * 0.01), -0.2 + (i / 32 * 0.01), 0.005))
                ])]),
            ["parts that touch a hole's edge"] = n => Text(
                [Part(Square(-1, -1, 2 + (n * 1e-5)), Saw(n / 2)), .. Repeat(n / 8, i => Part(ToothTip(i)))]),
            ["parts between upright teeth"] = n => Text(
                [Part(Comb(n / 8, 0)), .. Repeat(n / 8, i => Part(Between(i, n / 8)))]),
            ["holes in holes' boxes"] = n => Text(
                Repeat(Math.Max(1, n / 4005), p => Part(
                    [Square((3 * p) - 1, -1, 2), .. Repeat(Math.Min(1000, n / 4), i => Moved(Corner(i), 3 * p))]))),
            ["bars across bars"] = n => Text(
                [
                    .. Repeat(n / 10, i => Part(Bar(i, upright: false))),
                .. Repeat(n / 10, i => Part(Bar(i, upright: true)))
                ]),
        };

    /// <summary>As a Feature that would be accepted but for its outline.</summary>
    public static string Feature(string coordinates, string? id = null) => $$$"""
        {"type":"Feature",{{{(id is null ? "" : $"\"id\":\"{id}\",")}}}
         "properties":{"name":"Sasaran","kind":"office","zone":"Asia/Jakarta"},
         "geometry":{"type":"MultiPolygon","coordinates":{{{coordinates}}}}}
        """;

    private static IEnumerable<T> Repeat<T>(int times, Func<int, T> make) => Enumerable.Range(0, times).Select(make);

    private static (double X, double Y)[][] Part(params (double X, double Y)[][] rings) => rings;

    private static (double X, double Y)[] Square(double x, double y, double side) =>
        [(x, y), (x + side, y), (x + side, y + side), (x, y + side)];

    private static (double X, double Y)[] Moved((double X, double Y)[] ring, double x) =>
        [.. ring.Select(p => (p.X + x, p.Y))];

    private static (double X, double Y)[] Wave(int corners, double radius) =>
        [.. Repeat(
            corners,
            i => (
                (radius + (i % 2 * 1e-3)) * Math.Cos(i * Math.Tau / corners),
                (radius + (i % 2 * 1e-3)) * Math.Sin(i * Math.Tau / corners)))];

    /// <summary>Teeth that go up and come back half a step beside, upright or turned by an eighth.</summary>
    private static (double X, double Y)[] Comb(int teeth, double slant)
    {
        var corners = Repeat(
            teeth, i => new[] { (X: (double)i, Y: 0.0), (i + 0.25, teeth), (i + 0.5, teeth), (i + 0.75, 0) })
                .SelectMany(c => c)
            .Append((teeth, 0)).Append((teeth, -1)).Append((0, -1));
        return [.. corners.Select(EmployeeInZone)];

        (double X, double Y) EmployeeInZone((double X, double Y) c) =>
            ((c.X - (slant * c.Y)) / teeth / 4, ((slant * c.X) + c.Y) / teeth / 4);
    }

    /// <summary>A lane that winds inwards, and its other side back out.</summary>
    private static (double X, double Y)[] Spiral(int corners, int cornersPerTurn)
    {
        var half = corners / 2;
        (double, double) At(int i, double aside)
        {
            var away = 1 + ((double)i / cornersPerTurn) + aside;
            return (
                away * 1e-5 * Math.Cos(i * Math.Tau / cornersPerTurn),
                away * 1e-5 * Math.Sin(i * Math.Tau / cornersPerTurn));
        }

        return [.. Repeat(half, i => At(i, 0)), .. Repeat(half, i => At(half - 1 - i, 0.5))];
    }

    private static (double X, double Y)[] ThereAndBack(int half) =>
        [.. Repeat(half, i => (i * 1e-7, 0.0)), .. Repeat(half, i => ((half - 1 - i) * 1e-7, 0.0))];

    private static (double X, double Y)[] Star(int corners) =>
        [.. Repeat(
            corners,
            i => (
                (i % 2 == 0 ? 1e-4 : 0.5) * Math.Cos(i * Math.Tau / corners),
                (i % 2 == 0 ? 1e-4 : 0.5) * Math.Sin(i * Math.Tau / corners)))];

    private static (double X, double Y)[] BowTies(int corners) =>
        [.. Repeat(corners, i => (0.5 * Math.Cos(i * Math.PI * 0.999), 0.5 * Math.Sin(i * Math.PI * 0.999)))];

    /// <summary>Hair-thin triangles that share their first corner.</summary>
    private static (double X, double Y)[] Slice(int i, int slices)
    {
        var (from, to) = ((i + 0.1) * Math.Tau / slices, (i + 0.6) * Math.Tau / slices);
        return [(0, 0), (0.5 * Math.Cos(from), 0.5 * Math.Sin(from)), (0.5 * Math.Cos(to), 0.5 * Math.Sin(to))];
    }

    private static (double X, double Y)[] Zigzag(int corners, double up)
    {
        var half = corners / 2;
        (double, double) At(int i, double more) => (i * 1e-6, up + more + (i % 2 * 1e-2));
        return [.. Repeat(half, i => At(i, 0)), .. Repeat(half, i => At(half - 1 - i, 4e-7))];
    }

    private static (double X, double Y)[] Strip(double aside, double width) =>
        [
            (aside, -aside),
            (aside + width, -aside - width),
            (aside + width + 0.1, -aside - width + 0.1),
            (aside + 0.1, -aside + 0.1)
        ];

    /// <summary>A round outline whose every edge goes up or down past all latitudes in the middle.</summary>
    private static (double X, double Y)[] Crown(int corners) =>
        [.. Repeat(corners, i => (-0.5 + ((double)i / corners), i % 2 == 0 ? 0.5 : 0.3)), (0.5, -0.5), (-0.5, -0.5)];

    private static (double X, double Y)[] Saw(int corners) =>
        [.. Repeat(corners, i => (i * 1e-5, i % 2 == 0 ? 0 : 1e-5)), (corners * 1e-5, 0.5), (0, 0.5)];

    /// <summary>Hangs between two tips of the saw, touching both.</summary>
    private static (double X, double Y)[] ToothTip(int i) =>
        [(((4 * i) + 1) * 1e-5, 1e-5), (((4 * i) + 3) * 1e-5, 1e-5), (((4 * i) + 2) * 1e-5, 2e-5)];

    /// <summary>
    /// In the gap behind the first tooth of an upright comb of as many teeth as there are such parts.
    /// </summary>
    private static (double X, double Y)[] Between(int i, int teeth)
    {
        var (at, side) = ((0.65 / teeth / 4) + (i * 0.25 / teeth / teeth / 4), 0.1 / teeth / teeth / 4);
        return [(at, 0.2), (at + side, 0.2), (at, 0.2 + side)];
    }

    /// <summary>An angle that frames all those after it without holding them.</summary>
    private static (double X, double Y)[] Corner(int i)
    {
        var (at, thick) = (i * 4e-4, 1e-4);
        return [(at, at), (0.9 - at, at), (at + thick, at + thick), (at, 0.9 - at)];
    }

    private static (double X, double Y)[] Bar(int i, bool upright)
    {
        var (along, across) = (i * 1e-6, upright ? 0.5 : 0.0);
        (double X, double Y)[] bar = [
            (across, along), (across + 0.4, along), (across + 0.4, along + 5e-7), (across, along + 5e-7)
        ];
        return upright ? [.. bar.Select(p => (p.Y, p.X))] : bar;
    }

    private static IEnumerable<T> Shuffled<T>(IEnumerable<T> all)
    {
        var items = all.ToArray();
        new Random(7).Shuffle(items);
        return items;
    }

    private static string Text(IEnumerable<(double X, double Y)[][]> parts)
    {
        var text = new StringBuilder("[");
        foreach (var rings in parts)
        {
            text.Append(text.Length > 1 ? ",[" : "[");
            text.AppendJoin(',', rings.Select(ring => $"[{string.Join(',', ring.Append(ring[0]).Select(Position))}]"))
                .Append(']');
        }

        return text.Append(']').ToString();
    }

    private static string Position((double X, double Y) at) =>
        string.Create(CultureInfo.InvariantCulture, $"[{Math.Round(West + at.X, 13)},{Math.Round(South + at.Y, 13)}]");
}
