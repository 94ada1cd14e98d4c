using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

/// <summary>Writes what was decided on a questionnaire, unless somebody else wrote meanwhile.</summary>
public sealed class ChangeSurvey(ISurveys surveys)
{
    internal async Task<Result<Survey>> WriteAsync(
        DocumentOwner owner,
        Tagged<Survey>? known,
        Result<Survey> decided,
        CancellationToken cancel)
    {
        if (!decided.TryGet(out var next, out var refusal))
        {
            return refusal;
        }

        return ReferenceEquals(next, known?.Value) || await surveys.PutAsync(owner, next, known?.Tag, cancel)
            ? next
            : Refusal.Stale("Somebody else changed this questionnaire meanwhile.");
    }
}
