using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Kinerja.Domain;

/// <summary>
/// A sentence for people in English, with what it is made of. Its template, where <c>{0}</c> stands for the first
/// value, is the key under which another language has it. What an interpolated string says becomes one by itself, and
/// so does a constant; a text that is neither has no other language. Two are equal that say the same in English.
/// </summary>
[InterpolatedStringHandler]
public sealed class Sentence : IEquatable<Sentence>
{
    private readonly StringBuilder _template;
    private readonly List<Sentence> _values = [];

    public Sentence(int literalLength, int formattedCount) =>
        _template = new StringBuilder(literalLength + (3 * formattedCount));

    private Sentence(string template, IEnumerable<Sentence> values)
    {
        _template = new StringBuilder(template);
        _values.AddRange(values);
    }

    public string Template => _template.ToString();

    public IReadOnlyList<Sentence> Values => _values;

    /// <summary>A value that says the same in every language, such as a date, an id or a number.</summary>
    public bool IsPlain { get; private init; }

    /// <summary>Null when the catalogue has it, as of all but a few.</summary>
    public string? Indonesian { get; private init; }

    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator Sentence?(string? text) => text is null ? null : new(text, []);

    [return: NotNullIfNotNull(nameof(sentence))]
    public static implicit operator string?(Sentence? sentence) => sentence?.ToString();

    public static bool operator ==(Sentence? one, Sentence? other) => one?.ToString() == other?.ToString();

    public static bool operator !=(Sentence? one, Sentence? other) => !(one == other);

    /// <summary>What is worded in both languages where it arises.</summary>
    public static Sentence Both(string english, string indonesian) => new(english, []) { Indonesian = indonesian };

    /// <summary>As it was kept.</summary>
    public static Sentence Of(string template, IEnumerable<Sentence> values) => new(template, values);

    /// <summary>A value that says the same in every language.</summary>
    public static Sentence Plain(string text) => new(text, []) { IsPlain = true };

    public void AppendLiteral(string value) => _template.Append(value);

    /// <summary>A sentence within a sentence is told in the language of the whole.</summary>
    public void AppendFormatted(Sentence value)
    {
        _template.Append(CultureInfo.InvariantCulture, $"{{{_values.Count}}}");
        _values.Add(value);
    }

    public void AppendFormatted(string? value) => AppendFormatted(Plain(value ?? ""));

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format) => AppendFormatted(
        value is IFormattable figure ? figure.ToString(format, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>In English.</summary>
    public override string ToString() => Fill(Template, (place, _) => _values[place].ToString());

    /// <summary>
    /// What a template of any language says with this sentence's values. A place may have a format, as in
    /// <c>{0:,}</c>; braces without a place stay.
    /// </summary>
    /// <param name="template">With at most as many places as there are values.</param>
    /// <param name="say">From a place and its format to the words there.</param>
    public string Fill(string template, Func<int, string, string> say)
    {
        if (_values.Count == 0)
        {
            return template;
        }

        var text = new StringBuilder();
        var rest = template.AsSpan();
        while (rest.IndexOf('{') is var open and >= 0)
        {
            text.Append(rest[..open]);
            rest = rest[open..];
            var end = rest.IndexOf('}');
            var (place, format) = end < 0 ? (-1, "") : PlaceOf(rest[1..end]);
            text.Append(place < 0 ? "{" : say(place, format));
            rest = rest[(place < 0 ? 1 : end + 1)..];
        }

        return text.Append(rest).ToString();
    }

    public bool Equals(Sentence? other) => this == other;

    public override bool Equals(object? obj) => obj is Sentence other && this == other;

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    private (int Place, string Format) PlaceOf(ReadOnlySpan<char> inside)
    {
        var colon = inside.IndexOf(':');
        return int.TryParse(
            colon < 0 ? inside : inside[..colon], NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            && place < _values.Count
                ? (place, colon < 0 ? "" : inside[(colon + 1)..].ToString())
                : (-1, "");
    }
}
