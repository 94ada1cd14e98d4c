using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Kinerja.Application.Files.Reading;

/// <summary>What a cell's number shows.</summary>
internal enum NumberForm
{
    Number,
    Date,
    Time,
}

/// <summary>The parts of a workbook that are read (ECMA-376): texts, forms of numbers, the first sheet.</summary>
internal sealed class XlsxParts(ZipArchive archive, UnpackBudget budget)
{
    private const string Workbook = "xl/workbook.xml";

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = false,
    };

    /// <summary>Throws when the workbook names no sheet that it has.</summary>
    internal XmlReader FirstSheet()
    {
        string? relation = null;
        using (var book = Open(Workbook) ?? throw new InvalidDataException("No workbook."))
        {
            while (relation is null && book.Read())
            {
                relation = book.NodeType == XmlNodeType.Element && book.LocalName == "sheet" ? RelationOf(book) : null;
            }
        }

        var target = relation is null ? null : TargetOf(relation);
        return Open(target ?? "xl/worksheets/sheet1.xml") ?? throw new InvalidDataException("No sheet.");
    }

    /// <summary>Files of old Macintoshes count days from 1904.</summary>
    internal int DaysOffset()
    {
        using var book = Open(Workbook);
        while (book?.Read() == true)
        {
            if (book.LocalName == "workbookPr")
            {
                return book.GetAttribute("date1904") is "1" or "true" ? 1462 : 0;
            }
        }

        return 0;
    }

    /// <summary>Texts that cells name by number; a phonetic reading is none of a text.</summary>
    internal List<string> SharedTexts()
    {
        var texts = new List<string>();
        using var part = Open("xl/sharedStrings.xml");
        while (part?.Read() == true)
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "si")
            {
                texts.Add(TextIn(part));
            }
        }

        return texts;
    }

    /// <summary>The form of each style that cells name by number.</summary>
    internal List<NumberForm> Formats()
    {
        var (forms, own, inCells) = (new List<NumberForm>(), new Dictionary<int, string>(), false);
        using var part = Open("xl/styles.xml");
        while (part?.Read() == true)
        {
            if (part.LocalName == "cellXfs")
            {
                inCells = part.NodeType == XmlNodeType.Element && !part.IsEmptyElement;
            }
            else if (part.NodeType == XmlNodeType.Element && part.LocalName == "numFmt")
            {
                own[Number(part, "numFmtId")] = part.GetAttribute("formatCode") ?? "";
            }
            else if (inCells && part.NodeType == XmlNodeType.Element && part.LocalName == "xf")
            {
                var id = Number(part, "numFmtId");
                forms.Add(own.TryGetValue(id, out var code) ? NumberForms.OfCode(code) : NumberForms.OfBuiltIn(id));
            }
        }

        return forms;
    }

    /// <summary>All text below the element at which the reader stands; it then stands at its end.</summary>
    internal static string TextIn(XmlReader part)
    {
        if (part.IsEmptyElement)
        {
            return "";
        }

        var text = new StringBuilder();
        var (depth, silent) = (part.Depth, -1);
        while (part.Read() && !(part.NodeType == XmlNodeType.EndElement && part.Depth == depth))
        {
            if (part.NodeType == XmlNodeType.Element && part.LocalName == "rPh" && !part.IsEmptyElement)
            {
                silent = part.Depth;
            }
            else if (part.NodeType == XmlNodeType.EndElement && part.Depth == silent)
            {
                silent = -1;
            }
            else if (silent < 0 && part.NodeType is XmlNodeType.Text or XmlNodeType.CDATA
                or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text.Append(part.Value);
            }
        }

        return text.ToString();
    }

    private static int Number(XmlReader part, string attribute) =>
        int.TryParse(part.GetAttribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;

    private static string? RelationOf(XmlReader sheet)
    {
        for (var found = sheet.MoveToFirstAttribute(); found; found = sheet.MoveToNextAttribute())
        {
            if (sheet.LocalName == "id" && sheet.Prefix.Length > 0)
            {
                return sheet.Value;
            }
        }

        return null;
    }

    private string? TargetOf(string relation)
    {
        using var part = Open("xl/_rels/workbook.xml.rels");
        while (part?.Read() == true)
        {
            if (part.LocalName == "Relationship" && part.GetAttribute("Id") == relation
                && part.GetAttribute("Target") is { } target)
            {
                return target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return null;
    }

    private XmlReader? Open(string name) => archive.GetEntry(name) is { } entry
        ? XmlReader.Create(new UnpackedStream(entry.Open(), budget), Settings)
        : null;
}
