using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Surveys;

public interface ISurveys
{
    Task<Tagged<Survey>?> FindAsync(AgencyId agency, SurveyId id, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or the next state of a known one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(AgencyId agency, Survey survey, string? tag, CancellationToken cancel);

    /// <summary>A person's answers in place of the earlier ones.</summary>
    Task PutResponseAsync(AgencyId agency, SurveyId id, SurveyResponse response, CancellationToken cancel);

    IAsyncEnumerable<SurveyResponse> ListResponsesAsync(AgencyId agency, SurveyId id, CancellationToken cancel);
}
