using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using NodaTime;

namespace Kinerja.Application.Surveys;

public interface ISurveys
{
    Task<Tagged<Survey>?> FindAsync(DocumentOwner owner, SurveyId id, CancellationToken cancel);

    /// <summary>By id.</summary>
    IAsyncEnumerable<Tagged<Survey>> ListAsync(DocumentOwner owner, CancellationToken cancel);

    /// <summary>
    /// Writes a new one (tag null) or the next state of a known one; false when somebody else wrote meanwhile.
    /// </summary>
    Task<bool> PutAsync(DocumentOwner owner, Survey survey, string? tag, CancellationToken cancel);
}

/// <summary>People's answers, by whose questionnaire and by whose people.</summary>
public interface ISurveyResponses
{
    /// <summary>A person's answers in place of the earlier ones.</summary>
    Task PutAsync(AskedAgency asked, SurveyResponse response, CancellationToken cancel);

    /// <summary>When a person answered last, and not what; null when the person did not.</summary>
    Task<Instant?> FindTimeAsync(AskedAgency asked, EmployeeId person, CancellationToken cancel);

    /// <summary>In an order that stays, from the one after that key on; null: all.</summary>
    IAsyncEnumerable<KeyedResponse> ListAsync(AskedAgency asked, string? after, CancellationToken cancel);
}

/// <summary>An agency that is asked, and by whom what: by itself, or by the nation.</summary>
public sealed record AskedAgency(DocumentOwner Owner, SurveyId Survey, AgencyId Agency);

/// <summary>A response, and where a count that stopped with it goes on.</summary>
public sealed record KeyedResponse(string Key, SurveyResponse Response);

/// <summary>
/// One agency's answers, counted after the last day; <paramref name="Closing"/> tells of which, from 0. Of a count that
/// is not done, <paramref name="After"/> is the last response in it.
/// </summary>
public sealed record AgencyCount(AskedAgency Asked, int Closing, SurveyCounts Counts, string? After, bool IsDone);

public interface ISurveyCounts
{
    Task<Tagged<AgencyCount>?> FindAsync(AskedAgency asked, int closing, CancellationToken cancel);

    /// <summary>Of every closing and agency, by both.</summary>
    IAsyncEnumerable<AgencyCount> ListAsync(DocumentOwner owner, SurveyId survey, CancellationToken cancel);

    /// <summary>The first state (tag null) or the next one; false when somebody else wrote meanwhile.</summary>
    Task<bool> PutAsync(AgencyCount count, string? tag, CancellationToken cancel);
}

/// <summary>Count one agency's answers to a questionnaire of the nation.</summary>
public sealed record SurveyStep(SurveyId Survey, AgencyId Agency, int Closing);

public interface ISurveyQueue
{
    /// <summary>In no order, each at least once.</summary>
    Task SendAsync(IReadOnlyCollection<SurveyStep> steps, CancellationToken cancel);
}
