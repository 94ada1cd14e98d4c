using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using NodaTime;

namespace Kinerja.Application.Objections;

/// <summary>
/// An agency's objections in one partition, by period and person: so two never wait at once, and what is to be told of
/// them stands beside them. A decided one that another followed has its id in its key too.
/// </summary>
public sealed class TableObjections(TableStore store) : IObjections
{
    private const string Table = TableNames.Objections;

    public Task<Tagged<Objection>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), ObjectionRows.Key(period, employee), ObjectionRows.Read, cancel);

    public Task<bool> PutAsync(
        Objection objection, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel) =>
        store.PutAsync(Table, ObjectionRows.Write(objection), tag, news, cancel);

    public Task<bool> FollowAsync(
        Tagged<Objection> decided, Objection next, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var (row, kept) = (ObjectionRows.Write(next), ObjectionRows.Write(decided.Value));
        kept.RowKey = ObjectionRows.FollowedKey(
            decided.Value.Claim.Period, decided.Value.Claim.EmployeeId, decided.Value.Claim.Id);
        return store.SubmitAsync(
            Table,
            [
                TableStore.Next(row, decided.Tag), new(TableTransactionActionType.UpsertReplace, kept),
                .. OutboxRows.Beside(row.PartitionKey, news),
            ],
            cancel);
    }

    public async Task<Objection?> FindFollowedAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        (await store.FindAsync(
            Table, agency.ToString(), ObjectionRows.FollowedKey(period, employee, id), ObjectionRows.Read, cancel))
            ?.Value;

    public IAsyncEnumerable<Tagged<Objection>> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(agency.ToString(), ObjectionRows.OfPeriod(period)),
            TableStore.Tag(ObjectionRows.Read), cancel);
}

internal static class ObjectionRows
{
    internal static string OfPeriod(AppraisalPeriod period) => $"{period}_";

    internal static string Key(AppraisalPeriod period, EmployeeId employee) =>
        OfPeriod(period) + TableKeys.Person(employee);

    internal static string FollowedKey(AppraisalPeriod period, EmployeeId employee, ClientId id) =>
        $"{Key(period, employee)}_{id}";

    internal static TableEntity Write(Objection objection)
    {
        var claim = objection.Claim;
        var row = TableColumns.NewRow(claim.AgencyId.ToString(), Key(claim.Period, claim.EmployeeId));
        row["Id"] = claim.Id.ToString();
        row["AgencyId"] = claim.AgencyId.ToString();
        row.PutPeriod(claim.Period);
        row["EmployeeId"] = claim.EmployeeId.ToString();
        row["Reason"] = claim.Reason;
        row["Evidence"] = JsonSerializer.Serialize([.. claim.Evidence], StoredJson.Default.StringArray);
        row["Revision"] = objection.Revision;
        row["RaterId"] = objection.RaterId.ToString();
        row["SuperiorId"] = objection.SuperiorId.ToString();
        row.PutInstant("FiledAt", objection.FiledAt);
        row["DecideBy"] = StoredValues.Text(objection.DecideBy);
        row.PutText("DeemedOn", StoredValues.TextOrNull(objection.DeemedOn));
        if (objection.ReceivedAt is { } received)
        {
            row.PutInstant("ReceivedAt", received);
        }

        row.PutText("HearBy", StoredValues.TextOrNull(objection.HearBy));
        row.PutText("PassesOn", StoredValues.TextOrNull(objection.PassesOn));
        row.PutYears("UncoveredYears", objection.UncoveredYears);
        row["Policy"] = objection.PolicyVersion;
        row.PutEnum<ObjectionState>("State", objection.State);
        row.PutInt("AppliedIn", objection.AppliedIn);
        row.PutActor(objection.Actor);
        row.PutActor(objection.WithdrawnBy, "Withdrawn");
        Put(row, "Person", objection.OfPerson);
        Put(row, "Rater", objection.OfRater);
        Put(row, objection.Ruling);
        Put(row, objection.HearingLapsedAt, objection.Overdue);
        return row;
    }

    internal static Objection Read(TableEntity row) => new(
        new ObjectionCommand(
            ClientId.Parse(row.Text("Id")).Value,
            AgencyId.Parse(row.Text("AgencyId")).Value,
            row.Period(),
            EmployeeId.Parse(row.Text("EmployeeId")).Value,
            row.Text("Reason"),
            JsonSerializer.Deserialize(row.Text("Evidence"), StoredJson.Default.StringArray)!),
        row.Int("Revision"),
        EmployeeId.Parse(row.Text("RaterId")).Value,
        EmployeeId.Parse(row.Text("SuperiorId")).Value,
        row.Instant("FiledAt"),
        StoredValues.Day(row.Text("DecideBy")),
        row.Text("Policy"),
        row.Enum<ObjectionState>("State"))
    {
        OfPerson = ReadStatement(row, "Person"),
        OfRater = ReadStatement(row, "Rater"),
        Ruling = ReadRuling(row),
        AppliedIn = row.GetInt32("AppliedIn"),
        Actor = row.Actor(),
        WithdrawnBy = row.Actor("Withdrawn"),
        DeemedOn = StoredValues.DayOrNull(row.GetString("DeemedOn")),
        ReceivedAt = row.GetInt64("ReceivedAt") is null ? null : row.Instant("ReceivedAt"),
        HearBy = StoredValues.DayOrNull(row.GetString("HearBy")),
        PassesOn = StoredValues.DayOrNull(row.GetString("PassesOn")),
        UncoveredYears = row.Years("UncoveredYears"),
        HearingLapsedAt = row.GetInt64("HearingLapsedAt") is null ? null : row.Instant("HearingLapsedAt"),
        Overdue = row.GetInt64("OverdueAt") is not null
            ? new Escalation(
                row.Instant("OverdueAt"), row.GetString("EscalatedTo") is { } to ? EmployeeId.Parse(to).Value : null)
            : null,
    };

    private static void Put(TableEntity row, Instant? hearingLapsed, Escalation? overdue)
    {
        if (hearingLapsed is { } at)
        {
            row.PutInstant("HearingLapsedAt", at);
        }

        if (overdue is not null)
        {
            row.PutInstant("OverdueAt", overdue.Since);
            row.PutText("EscalatedTo", overdue.ToId?.ToString());
        }
    }

    private static void Put(TableEntity row, string side, Statement? statement)
    {
        if (statement is { } said)
        {
            row[$"{side}SaidBy"] = said.By.ToString();
            row[$"{side}Words"] = said.Words;
            row.PutInstant($"{side}SaidAt", said.At);
            row.PutActor(said.Actor, side);
        }
    }

    private static Statement? ReadStatement(TableEntity row, string side) => row.GetString($"{side}SaidBy") is { } by
        ? new(EmployeeId.Parse(by).Value, row.Text($"{side}Words"))
        {
            At = row.Instant($"{side}SaidAt"),
            Actor = row.Actor(side),
        }
        : null;

    private static void Put(TableEntity row, Ruling? ruling)
    {
        if (ruling is null)
        {
            return;
        }

        row["RuledBy"] = ruling.By.ToString();
        row["RulingReason"] = ruling.Reason;
        row.PutInstant("RuledAt", ruling.At);
        row.PutActor(ruling.Actor, "Ruling");
        row.PutEnum("RevisedResult", ruling.Revised?.Result);
        row.PutEnum("RevisedBehaviour", ruling.Revised?.Behaviour);
        row.PutInt("RevisedSkp", ruling.Revised?.SkpScore.Hundredths);
        row.PutInt("RevisedBehaviourScore", ruling.Revised?.BehaviourScore.Hundredths);
        row.PutText("RevisedNewIdea", ruling.Revised?.NewIdea?.Words);
        row.PutText("RevisedNewIdeaEvidence", ruling.Revised?.NewIdea?.EvidenceLink);
    }

    private static Ruling? ReadRuling(TableEntity row) => row.GetString("RuledBy") is { } by
        ? new(
            EmployeeId.Parse(by).Value,
            row.EnumOrNull<ExpectationLevel>("RevisedResult") is { } result
                ? new RevisedRating(
                    result,
                    row.Enum<ExpectationLevel>("RevisedBehaviour"),
                    Score.FromHundredths(row.Int("RevisedSkp")),
                    Score.FromHundredths(row.Int("RevisedBehaviourScore")))
                {
                    NewIdea = row.GetString("RevisedNewIdea") is { } idea
                        ? new NewIdea(idea, row.Text("RevisedNewIdeaEvidence"))
                        : null,
                }
                : null,
            row.Text("RulingReason"))
        {
            At = row.Instant("RuledAt"),
            Actor = row.Actor("Ruling"),
        }
        : null;
}
