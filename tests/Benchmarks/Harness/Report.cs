using System.Globalization;

namespace Kinerja.Benchmarks.Harness;

/// <summary>A table for people, then one line of name=value pairs for programs.</summary>
internal sealed class Report(string name, params string[] columns)
{
    private readonly List<string[]> _rows = [];
    private readonly List<string> _notes = [];
    private readonly List<string> _facts = [];

    public Report Row(params string[] cells)
    {
        _rows.Add(cells);
        return this;
    }

    public Report Note(string text)
    {
        _notes.Add(text);
        return this;
    }

    public Report Fact(string key, double value)
    {
        _facts.Add($"{key}={Text(value)}");
        return this;
    }

    public void Print(TextWriter to)
    {
        string[][] lines = [columns, .. _rows];
        var widths = columns.Select((_, c) => lines.Max(line => line[c].Length)).ToArray();
        to.WriteLine();
        foreach (var line in lines)
        {
            // The first column is a name, the others are figures.
            var cells = line.Select((cell, c) => c == 0 ? cell.PadRight(widths[c]) : cell.PadLeft(widths[c]));
            to.WriteLine("  " + string.Join("  ", cells));
        }

        foreach (var note in _notes)
        {
            to.WriteLine($"  {note}");
        }

        to.WriteLine();
        to.WriteLine($"{name} {string.Join(' ', _facts)}");
    }

    /// <summary>Three digits that mean something; more would claim a precision that no machine here has.</summary>
    public static string Text(double value) => Math.Abs(value) switch
    {
        0 => "0",
        < 0.1 => value.ToString("0.####", CultureInfo.InvariantCulture),
        < 10 => value.ToString("0.00", CultureInfo.InvariantCulture),
        < 100 => value.ToString("0.0", CultureInfo.InvariantCulture),
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };
}
