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

    private (ImportColumn Column, string? Text) Find(string key)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Key == key)
            {
                return (columns[i], i < cells.Count ? cells[i] : null);
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

    private T? Wrong<T>(string key, string detail)
        where T : struct
    {
        _faults.Add(new(key, RefusalCodes.InvalidField, detail));
        return null;
    }
}
