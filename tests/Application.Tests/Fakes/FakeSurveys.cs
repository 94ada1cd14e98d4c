using System.Globalization;
using Kinerja.Application.Surveys;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// Each write gives the row a new tag; a write with an old one is refused. A person answers a survey once.
/// </summary>
internal sealed class FakeSurveys : ISurveys, ISurveyResponses, ISurveyCounts, ISurveyQueue
{
    private int _writes;

    internal Dictionary<(DocumentOwner, SurveyId), Tagged<Survey>> Rows { get; } = [];

    internal Dictionary<(AskedAgency, EmployeeId), SurveyResponse> Responses { get; } = [];

    internal Dictionary<(AskedAgency, int), Tagged<AgencyCount>> Counts { get; } = [];

    internal List<SurveyStep> Steps { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<Tagged<Survey>?> FindAsync(DocumentOwner owner, SurveyId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((owner, id)));

    public IAsyncEnumerable<Tagged<Survey>> ListAsync(DocumentOwner owner, CancellationToken cancel) =>
        Rows.Where(row => row.Key.Item1 == owner).Select(row => row.Value)
            .OrderBy(row => row.Value.Id.ToString(), StringComparer.Ordinal).ToAsyncEnumerable();

    public Task<bool> PutAsync(DocumentOwner owner, Survey survey, string? tag, CancellationToken cancel)
    {
        var (faster, _) = (FasterWriter, FasterWriter = null);
        faster?.Invoke();
        var current = Rows.GetValueOrDefault((owner, survey.Id))?.Tag == tag;
        if (current)
        {
            Write(owner, survey);
        }

        return Task.FromResult(current);
    }

    internal void Write(DocumentOwner owner, Survey survey) => Rows[(owner, survey.Id)] = new(survey, NextTag());

    public Task PutAsync(AskedAgency asked, SurveyResponse response, CancellationToken cancel)
    {
        Responses[(asked, response.EmployeeId)] = response;
        return Task.CompletedTask;
    }

    public Task<Instant?> FindTimeAsync(AskedAgency asked, EmployeeId person, CancellationToken cancel) =>
        Task.FromResult(Responses.GetValueOrDefault((asked, person))?.AnsweredAt);

    public IAsyncEnumerable<KeyedResponse> ListAsync(AskedAgency asked, string? after, CancellationToken cancel) =>
        Responses.Where(r => r.Key.Item1 == asked)
            .Select(r => new KeyedResponse(r.Key.Item2.ToString(), r.Value))
            .Where(r => after is null || string.CompareOrdinal(r.Key, after) > 0)
            .OrderBy(r => r.Key, StringComparer.Ordinal).ToAsyncEnumerable();

    public Task<Tagged<AgencyCount>?> FindAsync(AskedAgency asked, int closing, CancellationToken cancel) =>
        Task.FromResult(Counts.GetValueOrDefault((asked, closing)));

    public IAsyncEnumerable<AgencyCount> ListAsync(DocumentOwner owner, SurveyId survey, CancellationToken cancel) =>
        Counts.Values.Select(row => row.Value)
            .Where(count => (count.Asked.Owner, count.Asked.Survey) == (owner, survey))
            .OrderBy(count => $"{count.Closing:D4}_{count.Asked.Agency}", StringComparer.Ordinal).ToAsyncEnumerable();

    public Task<bool> PutAsync(AgencyCount count, string? tag, CancellationToken cancel)
    {
        var current = Counts.GetValueOrDefault((count.Asked, count.Closing))?.Tag == tag;
        if (current)
        {
            Counts[(count.Asked, count.Closing)] = new(count, NextTag());
        }

        return Task.FromResult(current);
    }

    public Task SendAsync(IReadOnlyCollection<SurveyStep> steps, CancellationToken cancel)
    {
        Steps.AddRange(steps);
        return Task.CompletedTask;
    }

    private string NextTag() => (++_writes).ToString(CultureInfo.InvariantCulture);
}
