namespace Kinerja.Layout.Tests.House;

/// <summary>C# source with comments, strings and characters blanked out; lines stay where they were.</summary>
internal sealed class CodeText
{
    private readonly string _source;
    private readonly char[] _code;
    private int _at;

    private CodeText(string source) => (_source, _code) = (source, source.ToCharArray());

    public static string Of(string source)
    {
        var text = new CodeText(source);
        text.Run(() => false);
        return new string(text._code);
    }

    private char Now => _at < _source.Length ? _source[_at] : '\0';

    private void Run(Func<bool> stop)
    {
        while (_at < _source.Length && !stop())
        {
            One();
        }
    }

    private void One()
    {
        if (Ahead("//"))
        {
            Blank(End("\n", _at, keep: true));
        }
        else if (Ahead("/*"))
        {
            Blank(End("*/", _at + 2));
        }
        else if (Now == '\'')
        {
            Quoted('\'', escapes: true, holes: false);
        }
        else if (Now is '"' or '@' or '$')
        {
            Text();
        }
        else
        {
            _at++;
        }
    }

    private void Text()
    {
        var quote = _at;
        while (quote < _source.Length && _source[quote] is '@' or '$')
        {
            quote++;
        }

        if (quote >= _source.Length || _source[quote] != '"')
        {
            _at = quote;
            return;
        }

        var prefix = _source[_at..quote];
        var quotes = _source.AsSpan(quote).IndexOfAnyExcept('"') is var n and >= 0 ? n : _source.Length - quote;
        Blank(quote);
        if (quotes >= 3)
        {
            Blank(End(new string('"', quotes), quote + quotes));
        }
        else
        {
            Quoted('"', escapes: !prefix.Contains('@', StringComparison.Ordinal),
                holes: prefix.Contains('$', StringComparison.Ordinal));
        }
    }

    private void Quoted(char quote, bool escapes, bool holes)
    {
        Blank(_at + 1);
        while (_at < _source.Length && Now != '\0')
        {
            if (Now == quote)
            {
                Blank(_at + 1);
                if (escapes || Now != quote)
                {
                    return;
                }

                Blank(_at + 1);
            }
            else if (escapes && Now == '\n')
            {
                return;
            }
            else if (holes && Now == '{' && !Ahead("{{"))
            {
                Hole();
            }
            else
            {
                Blank(_at + (escapes && Now == '\\' ? 2 : holes && Ahead("{{") ? 2 : 1));
            }
        }
    }

    // What is interpolated is code and stays readable.
    private void Hole()
    {
        var depth = 0;
        Run(() =>
        {
            depth += Now == '{' ? 1 : Now == '}' ? -1 : 0;
            return depth == 0;
        });
        _at = Math.Min(_at + 1, _source.Length);
    }

    private int End(string mark, int from, bool keep = false) =>
        from <= _source.Length && _source.IndexOf(mark, from, StringComparison.Ordinal) is var at and >= 0
            ? at + (keep ? 0 : mark.Length)
            : _source.Length;

    private void Blank(int end)
    {
        for (end = Math.Min(end, _source.Length); _at < end; _at++)
        {
            _code[_at] = _source[_at] == '\n' ? '\n' : ' ';
        }
    }

    private bool Ahead(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;
}
