using System.Globalization;
using System.Text;

namespace Kinerja.Application.Runs;

/// <summary>An evaluation's explanation as lines of text: for whoever reads it aloud, prints it or mails it.</summary>
public static class PlainExplanation
{
    /// <param name="answer">The evaluation as it is answered.</param>
    /// <param name="indonesian">Else English.</param>
    public static string Of(EvaluationResponse answer, bool indonesian)
    {
        var (title, revision) = indonesian ? ("Evaluasi kinerja", "revisi") : ("Performance evaluation", "revision");
        var text = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"{title} {answer.EmployeeId}, {answer.Period}, ")
            .Append(CultureInfo.InvariantCulture, $"{revision} {answer.Revision}\n\n");
        foreach (var (n, step) in answer.Explanation.Index())
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"{n + 1}. {(indonesian ? step.Id : step.En)} [{step.Source}]\n");
        }

        return text.ToString();
    }
}
