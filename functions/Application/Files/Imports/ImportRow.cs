using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Files;
using NodaTime.Text;

namespace Kinerja.Application.Files.Imports;

/// <summary>One row to be read as a body of the API: its cells by column, and what is wrong with their form.</summary>
internal sealed class ImportRow(int number, IReadOnlyList<ImportColumn> columns, IReadOnlyList<string?> cells)
{
    private static readonly LocalDatePattern[] DayFirst =
    [
        LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d-M-uuuu"),
    ];

    private readonly List<CellFault> _faults = [];

    public int Number => number;

    public IReadOnlyList<string?> Cells => cells;

    /// <summary>Columns that the file has not: what stands stays.</summary>
    public IReadOnlyList<string> Kept { get; init; } = [];

    /// <summary>What stands of the kept columns; null where nothing stands.</summary>
    public IReadOnlyDictionary<string, string?>? Standing { get; set; }

    /// <summary>What the preview said of the row; null while it is being previewed.</summary>
    public ImportLine? Foreseen { get; init; }

    /// <summary>Complete once every cell was asked for.</summary>
    public IReadOnlyList<CellFault> Faults => _faults;

    /// <summary>The text in its column's form; null when the cell is empty.</summary>
    internal string? this[string key]
    {
        get
        {
            var (column, text) = Find(key);
            return text is null ? null : column.Form switch
            {
                CellForm.Name => char.ToLowerInvariant(text[0]) + Rest(text),
                CellForm.Day => Day(text),
                _ => text,
            };
        }
    }

    internal bool? Flag(string key) => Find(key).Text?.ToLowerInvariant() switch
    {
        null => null,
        "true" or "ya" or "yes" or "1" => true,
        "false" or "tidak" or "no" or "0" => false,
        _ => Wrong<bool>(key, "ya or tidak, true or false is expected."),
    };

    internal decimal? Figure(string key) => Find(key).Text is not { } text ? null
        : decimal.TryParse(
            text.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong<decimal>(key, "A number is expected.");

    internal int? Whole(string key) => Find(key).Text is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : Wrong<int>(key, "A whole number is expected.");

    private (ImportColumn Column, string? Text) Find(string key)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Key == key)
            {
                return (columns[i], Kept.Contains(key) ? Standing?[key] : i < cells.Count ? cells[i] : null);
            }
        }

        throw new ArgumentException($"There is no column {key}.");
    }

    /// <summary>Capitals alone are a habit; a name of several words keeps those within.</summary>
    private static string Rest(string text) =>
        text.Any(char.IsAsciiLetterLower) ? text[1..] : text[1..].ToLowerInvariant();

    private static string Day(string text)
    {
        foreach (var pattern in DayFirst)
        {
            if (pattern.Parse(text) is { Success: true } parsed)
            {
                return LocalDatePattern.Iso.Format(parsed.Value);
            }
        }

        return text;
    }

    internal void Fault(string key, Sentence detail) => _faults.Add(new(key, RefusalCodes.InvalidField, detail));

    private T? Wrong<T>(string key, Sentence detail)
        where T : struct
    {
        Fault(key, detail);
        return null;
    }
}
