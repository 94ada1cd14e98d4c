using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Surveys;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Surveys;

/// <summary>Questionnaires by agency; answers in a partition of their own, by person.</summary>
public sealed class TableSurveys(TableStore store) : ISurveys
{
    public Task<Tagged<Survey>?> FindAsync(AgencyId agency, SurveyId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Surveys, agency.ToString(), id.ToString(), SurveyRows.Read, cancel);

    public Task<bool> PutAsync(AgencyId agency, Survey survey, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.Surveys, SurveyRows.Write(agency, survey), tag, cancel);

    public Task PutResponseAsync(AgencyId agency, SurveyId id, SurveyResponse response, CancellationToken cancel) =>
        store.PutAsync(TableNames.SurveyResponses, SurveyRows.Write(agency, id, response), cancel);

    public IAsyncEnumerable<SurveyResponse> ListResponsesAsync(
        AgencyId agency, SurveyId id, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.SurveyResponses, TableRange.Partition(SurveyRows.Partition(agency, id)),
            SurveyRows.ReadResponse, cancel);
}

internal static class SurveyRows
{
    internal static string Partition(AgencyId agency, SurveyId id) => $"{agency}_{id}";

    internal static TableEntity Write(AgencyId agency, Survey survey)
    {
        var row = TableColumns.NewRow(agency.ToString(), survey.Id.ToString());
        row.PutChunks("Json", StoredSurvey.Write(survey));
        return row;
    }

    internal static Survey Read(TableEntity row) => StoredSurvey.Read(row.GetChunks("Json"));

    internal static TableEntity Write(AgencyId agency, SurveyId id, SurveyResponse response)
    {
        var row = TableColumns.NewRow(Partition(agency, id), TableKeys.Person(response.EmployeeId));
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
