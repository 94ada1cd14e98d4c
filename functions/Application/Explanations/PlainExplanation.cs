using System.Globalization;
using System.Text;

namespace Kinerja.Application.Explanations;

/// <summary>An explanation as lines of text: for whoever reads it aloud, prints it or mails it.</summary>
public static class PlainExplanation
{
    /// <param name="answer">What is answered.</param>
    /// <param name="indonesian">Else English.</param>
    public static string Of(IExplained answer, bool indonesian)
    {
        var title = indonesian ? answer.Title.Id : answer.Title.En;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{title}\n\n");
        foreach (var (n, step) in answer.Explanation.Index())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{n + 1}. {(indonesian ? step.Id : step.En)} [{(indonesian ? step.Source.Id : step.Source.En)}]\n");
        }

        return text.ToString();
    }
}
