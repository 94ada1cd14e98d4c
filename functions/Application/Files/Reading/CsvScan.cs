using System.Text;

namespace Kinerja.Application.Files.Reading;

/// <summary>
/// Reads CSV strictly: a quotation mark out of place breaks it off, since where such a cell ends is a guess.
/// </summary>
internal sealed class CsvScan(string text, char delimiter)
{
    private int _at;

    public bool IsBroken { get; private set; }

    /// <summary>False at the end, and when the text is broken.</summary>
    internal bool TryRead(out List<string> cells)
    {
        cells = [];
        if (_at >= text.Length || IsBroken)
        {
            return false;
        }

        do
        {
            cells.Add(ReadCell());
        }
        while (!IsBroken && TakesDelimiter());

        return !IsBroken && TakesEndOfRow();
    }

    private string ReadCell()
    {
        if (_at < text.Length && text[_at] == '"')
        {
            _at++;
            return ReadQuoted();
        }

        var begin = _at;
        while (_at < text.Length && text[_at] != delimiter && text[_at] is not ('\r' or '\n'))
        {
            IsBroken |= text[_at++] == '"';
        }

        return text[begin.._at];
    }

    private string ReadQuoted()
    {
        var cell = new StringBuilder();
        for (; _at < text.Length; _at++)
        {
            if (text[_at] != '"')
            {
                cell.Append(text[_at]);
            }
            else if (_at + 1 < text.Length && text[_at + 1] == '"')
            {
                cell.Append(text[_at++]);
            }
            else
            {
                _at++;
                return cell.ToString();
            }
        }

        IsBroken = true;
        return "";
    }

    private bool TakesDelimiter()
    {
        if (_at >= text.Length || text[_at] != delimiter)
        {
            return false;
        }

        _at++;
        return true;
    }

    private bool TakesEndOfRow()
    {
        if (_at < text.Length && text[_at] == '\r')
        {
            _at += _at + 1 < text.Length && text[_at + 1] == '\n' ? 2 : 1;
        }
        else if (_at < text.Length && text[_at] == '\n')
        {
            _at++;
        }
        else
        {
            IsBroken = _at < text.Length;
        }

        return !IsBroken;
    }
}
