using System.Globalization;
using System.Xml;
using Kinerja.Domain;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Files.Reading;

/// <summary>Collects the rows of one sheet.</summary>
internal sealed class XlsxRows(List<string> texts, List<NumberForm> forms, int daysOffset)
{
    private const int MinutesOfDay = 24 * 60;

    /// <summary>No cell holds such a text.</summary>
    private const string NotComputed = "\u0000=";

    /// <summary>What a spreadsheet keeps of a number; a NIP that is one has lost its end, and stays refused.</summary>
    private const int ExactDigits = 15;

    private const double AfterTheYear9999 = 2_958_466;

    private static readonly LocalDate DayZero = new(1899, 12, 30);

    private readonly List<string?> _cells = [];
    private readonly List<int> _broken = [];

    public List<ReadRow> All { get; } = [];

    internal Refusal? Read(XlsxParts book)
    {
        using var sheet = book.FirstSheet();
        var number = 0;
        while (sheet.Read())
        {
            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "mergeCell")
            {
                // Only the first of them has the text; the others would say "none".
                return SheetReader.Unreadable(
                    $"The cells {sheet.GetAttribute("ref")} are merged. Take them apart and fill each one.");
            }

            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "row")
            {
                continue;
            }

            number = Whole(sheet.GetAttribute("r")) ?? number + 1;
            if (Collect(sheet) is { } refusal)
            {
                return refusal;
            }

            if (SheetReader.Row(number, _cells) is { } row)
            {
                All.Add(row with { Broken = [.. _broken] });
            }

            if (All.Count > SheetLimits.Rows + 1)
            {
                return SheetReader.TooManyRows();
            }
        }

        return null;
    }

    private Refusal? Collect(XmlReader sheet)
    {
        _cells.Clear();
        _broken.Clear();
        if (sheet.IsEmptyElement)
        {
            return null;
        }

        var (depth, next) = (sheet.Depth, 0);
        while (sheet.Read() && !(sheet.NodeType == XmlNodeType.EndElement && sheet.Depth == depth))
        {
            if (sheet.NodeType != XmlNodeType.Element || sheet.LocalName != "c")
            {
                continue;
            }

            var column = ColumnOf(sheet.GetAttribute("r")) ?? next;
            next = column + 1;
            var (kind, style) = (sheet.GetAttribute("t"), Whole(sheet.GetAttribute("s")) ?? 0);
            if (ValueOf(sheet) is not { } text)
            {
                continue;
            }

            if (column is < 0 or >= SheetLimits.Columns)
            {
                return SheetReader.TooManyColumns();
            }

            while (_cells.Count <= column)
            {
                _cells.Add(null);
            }

            if (kind == "e" || text == NotComputed)
            {
                _broken.Add(column);
            }

            _cells[column] = text == NotComputed ? text : Shown(text, kind, style);
        }

        return null;
    }

    /// <summary>
    /// The text of the value or of the text in place; null when the cell has none, and of a formula of which nobody
    /// kept a value that it was never computed.
    /// </summary>
    private static string? ValueOf(XmlReader sheet)
    {
        if (sheet.IsEmptyElement)
        {
            return null;
        }

        var (value, formula) = ((string?)null, false);
        var depth = sheet.Depth;
        while (sheet.Read() && !(sheet.NodeType == XmlNodeType.EndElement && sheet.Depth == depth))
        {
            if (sheet.NodeType == XmlNodeType.Element && sheet.LocalName is "v" or "is")
            {
                value = XlsxParts.TextIn(sheet);
            }

            formula |= sheet.NodeType == XmlNodeType.Element && sheet.LocalName == "f";
        }

        return value ?? (formula ? NotComputed : null);
    }

    private string Shown(string text, string? kind, int style) => kind switch
    {
        "s" => Whole(text.Trim()) is { } index && index < texts.Count ? texts[index] : throw new FormatException(),
        "b" => text.Trim() == "1" ? "true" : "false",
        "str" or "inlineStr" or "e" or "d" => text,
        _ => Figure(text.Trim(), style < forms.Count ? forms[style] : NumberForm.Number),
    };

    private string Figure(string text, NumberForm form)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            throw new FormatException();
        }

        return form switch
        {
            NumberForm.Date when value >= 1 && value + daysOffset < AfterTheYear9999 => Date(value),
            NumberForm.Time when value is >= 0 and < 1 => Time(value),
            _ => Plain(text.Count(char.IsAsciiDigit) > ExactDigits
                ? value.ToString("G15", CultureInfo.InvariantCulture)
                : text),
        };
    }

    /// <summary>Without an exponent where the number is exact without it: 1E3 is 1000.</summary>
    private static string Plain(string text) =>
        text.Contains('E', StringComparison.OrdinalIgnoreCase)
        && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number < 1e15m
            ? number.ToString(CultureInfo.InvariantCulture)
            : text;

    private string Date(double days)
    {
        var whole = DayZero.PlusDays((int)Math.Floor(days) + daysOffset);
        var time = days - Math.Floor(days);
        return LocalDatePattern.Iso.Format(whole) + (time < 1e-9 ? "" : " " + Time(time));
    }

    private static string Time(double part)
    {
        var minutes = Math.Min((int)Math.Round(part * MinutesOfDay), MinutesOfDay - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:D2}:{minutes % 60:D2}");
    }

    /// <summary>Letters before digits, A is 0; null when the cell does not say where it stands.</summary>
    private static int? ColumnOf(string? cell)
    {
        var column = 0;
        foreach (var letter in cell ?? "")
        {
            if (!char.IsAsciiLetterUpper(letter) || column > SheetLimits.Columns * 26)
            {
                break;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column == 0 ? null : column - 1;
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
