using System.Text;

namespace Kinerja.Layout.Tests.Bicep;

internal enum BicepKind
{
    Word,
    Number,
    Text,
    Mark,
}

internal sealed record BicepToken(BicepKind Kind, string Text, int Line, bool StartsLine, int Depth);

/// <summary>
/// Cuts a Bicep file into tokens and notes brackets and strings that do not close. A string gives one
/// token with its literal text; what it interpolates follows as tokens between <c>${</c> and <c>}</c>.
/// </summary>
internal sealed class BicepTokens
{
    private const string Openers = "{[(";
    private const string Closers = "}])";
    private readonly string _source;
    private readonly Stack<(char Bracket, int Line)> _open = new();
    private int _at;
    private int _line = 1;
    private bool _startsLine = true;

    public BicepTokens(string source)
    {
        _source = source;
        ReadUntilClosed(inString: false);
        Faults.AddRange(_open.Select(open => $"line {open.Line}: '{open.Bracket}' is never closed"));
    }

    public List<BicepToken> Tokens { get; } = [];

    public List<string> Faults { get; } = [];

    private char Now => _at < _source.Length ? _source[_at] : '\0';

    private void ReadUntilClosed(bool inString)
    {
        var floor = _open.Count;
        while (_at < _source.Length)
        {
            if (inString && Now == '}' && _open.Count == floor)
            {
                return;
            }

            ReadOne();
        }
    }

    private void ReadOne()
    {
        var c = Now;
        if (c == '\n')
        {
            NewLine();
        }
        else if (char.IsWhiteSpace(c))
        {
            _at++;
        }
        else if (Ahead("//"))
        {
            _at = _source.IndexOf('\n', _at) is var end and >= 0 ? end : _source.Length;
        }
        else if (Ahead("/*"))
        {
            SkipComment();
        }
        else if (c == '\'')
        {
            ReadString();
        }
        else if (char.IsLetter(c) || c == '_')
        {
            Add(BicepKind.Word, TakeWhile(x => char.IsLetterOrDigit(x) || x == '_'));
        }
        else if (char.IsDigit(c))
        {
            Add(BicepKind.Number, TakeWhile(char.IsDigit));
        }
        else
        {
            ReadMark(c);
        }
    }

    private void ReadMark(char c)
    {
        if (Closers.Contains(c, StringComparison.Ordinal))
        {
            Add(BicepKind.Mark, c.ToString());
            var fits = _open.TryPeek(out var open) && Openers.IndexOf(open.Bracket) == Closers.IndexOf(c);
            if (fits)
            {
                _open.Pop();
            }
            else
            {
                Faults.Add($"line {_line}: '{c}' closes nothing");
            }
        }
        else
        {
            Add(BicepKind.Mark, Ahead("=>") ? "=>" : c.ToString());
            _at += Ahead("=>") ? 1 : 0;
            if (Openers.Contains(c, StringComparison.Ordinal))
            {
                _open.Push((c, _line));
            }
        }

        _at++;
    }

    private void ReadString()
    {
        var line = _line;
        if (Ahead("'''"))
        {
            var end = _source.IndexOf("'''", _at + 3, StringComparison.Ordinal);
            Add(BicepKind.Text, end < 0 ? "" : _source[(_at + 3)..end]);
            Faults.AddRange(end < 0 ? [$"line {line}: a string is never closed"] : []);
            var next = end < 0 ? _source.Length : end + 3;
            _line += _source[_at..next].Count(x => x == '\n');
            _at = next;
            return;
        }

        var place = Tokens.Count;
        Add(BicepKind.Text, "");
        _at++;
        var literal = new StringBuilder();
        while (Now is not ('\'' or '\n' or '\0'))
        {
            if (Ahead("${"))
            {
                Add(BicepKind.Mark, "${");
                _at += 2;
                ReadUntilClosed(inString: true);
                Add(BicepKind.Mark, "}");
                literal.Append("${}");
                _at++;
            }
            else
            {
                _at += Now == '\\' ? 1 : 0;
                literal.Append(Now);
                _at++;
            }
        }

        Faults.AddRange(Now == '\'' ? [] : [$"line {line}: a string is never closed"]);
        _at += Now == '\'' ? 1 : 0;
        Tokens[place] = Tokens[place] with { Text = literal.ToString() };
    }

    private void SkipComment()
    {
        var end = _source.IndexOf("*/", _at, StringComparison.Ordinal);
        Faults.AddRange(end < 0 ? [$"line {_line}: a comment is never closed"] : []);
        var next = end < 0 ? _source.Length : end + 2;
        _line += _source[_at..next].Count(x => x == '\n');
        _at = next;
    }

    private void NewLine()
    {
        _at++;
        _line++;
        _startsLine = true;
    }

    private void Add(BicepKind kind, string text)
    {
        Tokens.Add(new BicepToken(kind, text, _line, _startsLine, _open.Count));
        _startsLine = false;
    }

    private string TakeWhile(Func<char, bool> wanted)
    {
        var start = _at;
        while (_at < _source.Length && wanted(_source[_at]))
        {
            _at++;
        }

        return _source[start.._at];
    }

    private bool Ahead(string text) => string.CompareOrdinal(_source, _at, text, 0, text.Length) == 0;
}
