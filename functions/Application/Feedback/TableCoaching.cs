using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

/// <summary>Coaching sessions by person. One is named by its person and what its client calls it.</summary>
public interface ICoaching
{
    Task<Tagged<CoachingSession>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel);

    IAsyncEnumerable<CoachingSession> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel);

    /// <summary>Adds the first version (tag null) or the next one; false when somebody else wrote meanwhile.</summary>
    Task<bool> AddVersionAsync(AgencyId agency, CoachingSession session, string? tag, CancellationToken cancel);
}

/// <summary>What stands by person, and every version, written in one transaction.</summary>
public sealed class TableCoaching(TableStore store) : ICoaching
{
    private const string Table = TableNames.CoachingSessions;

    public Task<Tagged<CoachingSession>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), TableKeys.OfPerson(employee, id), CoachingRows.Read, cancel);

    public IAsyncEnumerable<CoachingSession> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(agency.ToString(), TableKeys.OfPerson(employee)), CoachingRows.Read, cancel);

    public Task<bool> AddVersionAsync(
        AgencyId agency, CoachingSession session, string? tag, CancellationToken cancel)
    {
        var key = TableKeys.OfPerson(session.EmployeeId, session.Id);
        return store.SubmitAsync(
            Table,
            [
                .. Versions.Next(
                    CoachingRows.Write(agency, key, session),
                    CoachingRows.Write(agency, TableKeys.Version(key, session.Version), session),
                    tag),
            ],
            cancel);
    }
}

internal static class CoachingRows
{
    internal static TableEntity Write(AgencyId agency, string key, CoachingSession session)
    {
        var row = TableColumns.NewRow(agency.ToString(), key);
        row["Id"] = session.Id.ToString();
        row["EmployeeId"] = session.EmployeeId.ToString();
        row["CoachId"] = session.CoachId.ToString();
        row.PutPeriod(session.Content.Period);
        row["HeldOn"] = LocalDatePattern.Iso.Format(session.Content.HeldOn);
        row["Topic"] = session.Content.Topic;
        row.PutChunks("Aims", StoredAim.Write(session.Content.Aims));
        row.PutInstant("WrittenAt", session.WrittenAt);
        row["Version"] = session.Version;
        row.PutActor(session.Actor);
        if (session.Rating is { } rating)
        {
            row["Criteria"] = StoredCriterion.Write(rating.Criteria);
            row.PutText("Remark", rating.Remark);
            row.PutInstant("RatedAt", rating.At);
            row.PutActor(rating.Actor, "Rated");
        }

        if (session.View is { } view)
        {
            row["ViewById"] = view.ById.ToString();
            row["ViewWords"] = view.Words;
            row.PutInstant("ViewedAt", view.At);
            row.PutActor(view.Actor, "Viewed");
        }

        return row;
    }

    internal static CoachingSession Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        EmployeeId.Parse(row.Text("CoachId")).Value,
        new CoachingContent(
            row.Period(),
            LocalDatePattern.Iso.Parse(row.Text("HeldOn")).Value,
            row.Text("Topic"),
            StoredAim.Read(row.GetChunks("Aims"))),
        row.Instant("WrittenAt"),
        row.Int("Version"))
    {
        Actor = row.Actor(),
        Rating = row.GetString("Criteria") is { } criteria
            ? new(StoredCriterion.Read(criteria), row.GetString("Remark"), row.Instant("RatedAt"))
            {
                Actor = row.Actor("Rated"),
            }
            : null,
        View = row.GetString("ViewById") is { } by
            ? new(EmployeeId.Parse(by).Value, row.Text("ViewWords"), row.Instant("ViewedAt"))
            {
                Actor = row.Actor("Viewed"),
            }
            : null,
    };
}

/// <summary>An aim as it stands in its session's row.</summary>
internal sealed record StoredAim(string Id, string Words, int Step, string Reason)
{
    internal static byte[] Write(IEnumerable<CoachingAim> aims) => JsonSerializer.SerializeToUtf8Bytes(
        [.. aims.Select(a => new StoredAim(a.Id.ToString(), a.Words, a.Step, a.Reason))],
        StoredJson.Default.StoredAimArray);

    internal static IReadOnlyList<CoachingAim> Read(byte[] json) =>
    [
        .. JsonSerializer.Deserialize(json, StoredJson.Default.StoredAimArray)!
            .Select(a => new CoachingAim(ClientId.Parse(a.Id).Value, a.Words, a.Step, a.Reason)),
    ];
}

/// <summary>A criterion of the person's rating as it stands in the session's row.</summary>
internal sealed record StoredCriterion(string Criterion, int Step)
{
    internal static string Write(IEnumerable<CriterionStep> criteria) => JsonSerializer.Serialize(
        [.. criteria.Select(c => new StoredCriterion(c.Criterion, c.Step))],
        StoredJson.Default.StoredCriterionArray);

    internal static IReadOnlyList<CriterionStep> Read(string json) =>
        [.. JsonSerializer.Deserialize(json, StoredJson.Default.StoredCriterionArray)!
            .Select(c => new CriterionStep(c.Criterion, c.Step))];
}
