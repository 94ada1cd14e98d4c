using System.Globalization;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// Each write gives the row a new tag; a write with an old one is refused. A person answers a survey once.
/// </summary>
internal sealed class FakeSurveys : ISurveys
{
    private int _writes;

    internal Dictionary<(AgencyId, SurveyId), Tagged<Survey>> Rows { get; } = [];

    internal Dictionary<(AgencyId, SurveyId, EmployeeId), SurveyResponse> Responses { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<Tagged<Survey>?> FindAsync(AgencyId agency, SurveyId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, id)));

    public Task<bool> PutAsync(AgencyId agency, Survey survey, string? tag, CancellationToken cancel)
    {
        var (faster, _) = (FasterWriter, FasterWriter = null);
        faster?.Invoke();
        var current = Rows.GetValueOrDefault((agency, survey.Id))?.Tag == tag;
        if (current)
        {
            Write(agency, survey);
        }

        return Task.FromResult(current);
    }

    internal void Write(AgencyId agency, Survey survey) =>
        Rows[(agency, survey.Id)] = new(survey, (++_writes).ToString(CultureInfo.InvariantCulture));

    public Task PutResponseAsync(AgencyId agency, SurveyId id, SurveyResponse response, CancellationToken cancel)
    {
        Responses[(agency, id, response.EmployeeId)] = response;
        return Task.CompletedTask;
    }

    public IAsyncEnumerable<SurveyResponse> ListResponsesAsync(
        AgencyId agency, SurveyId id, CancellationToken cancel) =>
        Responses.Where(r => (r.Key.Item1, r.Key.Item2) == (agency, id)).Select(r => r.Value)
            .InKeyOrder(r => r.EmployeeId).ToAsyncEnumerable();
}
