using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Kinerja.Application;

/// <summary>
/// An HTML document while it is written, in one language: no script, nothing fetched. Every text goes through the
/// encoder, whoever wrote it; tags and classes are this code's own.
/// </summary>
internal sealed class HtmlWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly StringBuilder _html = new();

    internal HtmlWriter(string title, string style, bool indonesian)
    {
        Indonesian = indonesian;
        _html.Append("<!doctype html>\n<html lang=\"").Append(indonesian ? "id" : "en").Append("\">\n<head>\n")
            .Append("<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
        Text("title", title);
        _html.Append("<style>").Append(style).Append("</style>\n</head>\n<body>\n");
    }

    internal bool Indonesian { get; }

    internal string Say(Words words) => words.In(Indonesian);

    /// <summary>Two decimals; Indonesian writes a comma before them.</summary>
    internal string Number(decimal value) => Local(value.ToString("0.00", CultureInfo.InvariantCulture));

    /// <summary>A figure as the wire writes it.</summary>
    internal string Local(string figure) => Indonesian ? figure.Replace('.', ',') : figure;

    internal void Open(string tag, string? kind = null)
    {
        _html.Append('<').Append(tag);
        if (kind is not null)
        {
            _html.Append(" class=\"").Append(kind).Append('"');
        }

        _html.Append('>');
    }

    internal void Close(string tag) => _html.Append("</").Append(tag).Append(">\n");

    internal void Text(string tag, string text, string? kind = null)
    {
        Open(tag, kind);
        _html.Append(Encoder.Encode(text));
        Close(tag);
    }

    /// <summary>A picture that leads to an address, by its name for whoever does not see it.</summary>
    internal void Link(Uri address, SvgPath picture, string name)
    {
        _html.Append("<a class=\"mark\" target=\"_blank\" rel=\"noreferrer\" href=\"")
            .Append(Encoder.Encode(address.AbsoluteUri)).Append("\"><svg role=\"img\" aria-label=\"")
            .Append(Encoder.Encode(name)).Append("\" shape-rendering=\"crispEdges\" viewBox=\"0 0 ")
            .Append(CultureInfo.InvariantCulture, $"{picture.Size} {picture.Size}").Append("\"><path d=\"")
            .Append(picture.Outline).Append("\"/></svg></a>\n");
    }

    /// <summary>Its head is repeated on every page. Numbers stand to the right.</summary>
    internal void Table(IEnumerable<string> columns, IEnumerable<HtmlRow> rows)
    {
        Open("table");
        Open("thead");
        Open("tr");
        foreach (var column in columns)
        {
            _html.Append("<th scope=\"col\">").Append(Encoder.Encode(column)).Append("</th>");
        }

        Close("tr");
        Close("thead");
        Open("tbody");
        foreach (var row in rows)
        {
            Open("tr", row.Kind);
            foreach (var cell in row.Cells)
            {
                _html.Append(cell is int or decimal ? "<td class=\"n\">" : "<td>")
                    .Append(Encoder.Encode(Written(cell))).Append("</td>");
            }

            Close("tr");
        }

        Close("tbody");
        Close("table");
    }

    /// <summary>What each row is about, and what is to be said of it, one cell or one for each column.</summary>
    internal void Facts(
        string kind, IReadOnlyList<string> columns, IEnumerable<(string Name, IReadOnlyList<string?> Values)> rows)
    {
        Open("table", kind);
        if (columns.Count > 0)
        {
            Open("thead");
            Open("tr");
            _html.Append("<td></td>");
            foreach (var column in columns)
            {
                _html.Append("<th scope=\"col\">").Append(Encoder.Encode(column)).Append("</th>");
            }

            Close("tr");
            Close("thead");
        }

        Open("tbody");
        foreach (var (name, values) in rows)
        {
            Open("tr");
            _html.Append("<th scope=\"row\">").Append(Encoder.Encode(name)).Append("</th>");
            foreach (var value in values)
            {
                _html.Append("<td>").Append(Encoder.Encode(value ?? "")).Append("</td>");
            }

            Close("tr");
        }

        Close("tbody");
        Close("table");
    }

    internal string Finish() => _html.Append("</body>\n</html>\n").ToString();

    private string Written(object? cell) => cell switch
    {
        null => "–",
        int whole => whole.ToString(CultureInfo.InvariantCulture),
        decimal number => Number(number),
        _ => $"{cell}",
    };
}

/// <summary>A table's row: cells are texts or numbers, null is a dash; the class that marks it, if any.</summary>
internal readonly record struct HtmlRow(IReadOnlyList<object?> Cells, string? Kind = null);

/// <summary>A square picture in one colour.</summary>
internal readonly record struct SvgPath(int Size, string Outline);
