using System.Collections.Frozen;
using System.Reflection;
using System.Text;
using Kinerja.Domain;

namespace Kinerja.Application.Json;

/// <summary>
/// Sentences in Indonesian. Each word has its own beside it, as <c>….id.po</c> (the form of gettext): the English
/// template and the Indonesian one. A test of the layout finds what is missing, which is told in English.
/// </summary>
public static class SentenceTexts
{
    private static readonly Lazy<FrozenDictionary<string, string>> Catalogue = new(() =>
        Read().ToFrozenDictionary(entry => entry.English, entry => entry.Indonesian, StringComparer.Ordinal));

    /// <summary>In Indonesian a place such as <c>{0:,}</c> has a comma before its decimals.</summary>
    public static string In(this Sentence sentence, bool indonesian)
    {
        if (!indonesian)
        {
            return sentence.ToString();
        }

        return sentence.Indonesian ?? (sentence.IsPlain ? sentence.Template : sentence.Fill(
            Catalogue.Value.GetValueOrDefault(sentence.Template, sentence.Template), Say));

        string Say(int place, string format)
        {
            var value = sentence.Values[place].In(indonesian: true);
            return format == "," ? value.Replace('.', ',') : value;
        }
    }

    /// <summary>Every entry of every file; no template stands in two, or nothing can be told at all.</summary>
    internal static IEnumerable<(string English, string Indonesian)> Read()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith("sentences/", StringComparison.Ordinal)))
        {
            using var text = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            foreach (var entry in Read(text.ReadToEnd()))
            {
                yield return entry;
            }
        }
    }

    /// <summary>
    /// The entries of one file: <c>msgid</c> and <c>msgstr</c> with a text in quotes, which goes on in quotes on the
    /// next lines; lines that begin with # are comments.
    /// </summary>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static IEnumerable<(string English, string Indonesian)> Read(string file)
    {
        StringBuilder? english = null, indonesian = null;
        foreach (var line in file.Split('\n').Select(line => line.Trim()).Where(line => line is [not '#', ..]))
        {
            if (line.StartsWith("msgid ", StringComparison.Ordinal))
            {
                if (indonesian is not null)
                {
                    yield return (english!.ToString(), indonesian.ToString());
                }

                (english, indonesian) = (new(Quoted(line["msgid ".Length..])), null);
            }
            else if (line.StartsWith("msgstr ", StringComparison.Ordinal) && english is not null && indonesian is null)
            {
                indonesian = new(Quoted(line["msgstr ".Length..]));
            }
            else
            {
                (indonesian ?? english ?? throw new FormatException(line)).Append(Quoted(line));
            }
        }

        if (indonesian is not null)
        {
            yield return (english!.ToString(), indonesian.ToString());
        }
    }

    private static string Quoted(string text) => text is ['"', .. var inner, '"']
        ? inner.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
        : throw new FormatException(text);
}
