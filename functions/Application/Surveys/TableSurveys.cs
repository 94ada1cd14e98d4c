using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Surveys;

/// <summary>
/// Questionnaires by agency or nation. Answers stand in a partition of each agency that is asked, by person.
/// </summary>
public sealed class TableSurveys(TableStore store) : ISurveys, ISurveyResponses
{
    public Task<Tagged<Survey>?> FindAsync(DocumentOwner owner, SurveyId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Surveys, TableKeys.Owner(owner), id.ToString(), SurveyRows.Read, cancel);

    public IAsyncEnumerable<Tagged<Survey>> ListAsync(DocumentOwner owner, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Surveys, TableRange.Partition(TableKeys.Owner(owner)), TableStore.Tag(SurveyRows.Read), cancel);

    public Task<bool> PutAsync(DocumentOwner owner, Survey survey, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.Surveys, SurveyRows.Write(owner, survey), tag, cancel);

    public Task PutAsync(AskedAgency asked, SurveyResponse response, CancellationToken cancel) =>
        store.PutAsync(TableNames.SurveyResponses, SurveyRows.Write(asked, response), cancel);

    public async Task<Instant?> FindTimeAsync(AskedAgency asked, EmployeeId person, CancellationToken cancel) =>
        (await store.FindAsync(
            TableNames.SurveyResponses, SurveyRows.Partition(asked), TableKeys.Person(person),
            row => row.Instant("AnsweredAt"), cancel))?.Value;

    public IAsyncEnumerable<KeyedResponse> ListAsync(AskedAgency asked, string? after, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.SurveyResponses, TableRange.After(SurveyRows.Partition(asked), after ?? ""),
            row => new KeyedResponse(row.RowKey, SurveyRows.ReadResponse(row)), cancel);
}

internal static class SurveyRows
{
    /// <summary>Begins with the agency; an id holds no underscore, so that the nation's stands apart.</summary>
    internal static string Partition(AskedAgency asked) => asked.Owner.IsNation
        ? $"{asked.Agency}_{TableKeys.National}{asked.Survey}"
        : $"{asked.Agency}_{asked.Survey}";

    internal static TableEntity Write(DocumentOwner owner, Survey survey)
    {
        var row = TableColumns.NewRow(TableKeys.Owner(owner), survey.Id.ToString());
        row.PutChunks("Json", StoredSurvey.Write(survey));
        return row;
    }

    internal static Survey Read(TableEntity row) => StoredSurvey.Read(row.GetChunks("Json"));

    internal static TableEntity Write(AskedAgency asked, SurveyResponse response)
    {
        var row = TableColumns.NewRow(Partition(asked), TableKeys.Person(response.EmployeeId));
        row["EmployeeId"] = response.EmployeeId.ToString();
        row["UnitId"] = response.UnitId.ToString();
        row.PutEnum<EmploymentKind>("Employment", response.Employment);
        row.PutEnum<GovernmentLevel>("Level", response.Level);
        row.PutInstant("AnsweredAt", response.AnsweredAt);
        row.PutChunks("Answers", StoredAnswer.Write(response.Answers));
        row.PutActor(response.Actor);
        return row;
    }

    internal static SurveyResponse ReadResponse(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        UnitId.Parse(row.Text("UnitId")).Value,
        row.Enum<EmploymentKind>("Employment"),
        row.Enum<GovernmentLevel>("Level"),
        StoredAnswer.Read(row.GetChunks("Answers")),
        row.Instant("AnsweredAt"))
    {
        Actor = row.Actor(),
    };
}
