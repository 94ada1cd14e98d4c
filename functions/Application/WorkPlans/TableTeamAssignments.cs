using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// A partition per agency, with its own people's assignments and inputs, and with pointers to what its people lead in
/// any agency. A pointer is written before its assignment and never removed; it counts while the assignment names that
/// leader.
/// </summary>
public sealed class TableTeamAssignments(TableStore store) : ITeamAssignments
{
    private const string Table = TableNames.TeamAssignments;

    public Task<Tagged<TeamAssignment>?> FindAsync(
        AgencyId agency, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), AssignmentRows.Of(employee) + id, AssignmentRows.Read, cancel);

    public IAsyncEnumerable<TeamAssignment> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(agency.ToString(), AssignmentRows.Of(employee)), AssignmentRows.Read, cancel);

    public async IAsyncEnumerable<LedAssignment> ListLedAsync(
        AgencyId leaderAgency, EmployeeId leader,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var pointers = TableRange.Prefix(leaderAgency.ToString(), AssignmentRows.LedBy(leader));
        await foreach (var (agency, employee, id) in store.ListAsync(
            Table, pointers, AssignmentRows.ReadPointer, cancel))
        {
            if ((await FindAsync(agency, employee, id, cancel))?.Value is { } found
                && (found.LeaderAgencyId, found.LeaderId) == (leaderAgency, leader))
            {
                yield return new LedAssignment(agency, found);
            }
        }
    }

    public async Task<bool> PutAsync(AgencyId agency, TeamAssignment assignment, string? tag, CancellationToken cancel)
    {
        await store.PutAsync(Table, AssignmentRows.WritePointer(agency, assignment), cancel);
        return await store.PutNextAsync(Table, AssignmentRows.Write(agency, assignment), tag, cancel);
    }

    public Task<Tagged<TeamInput>?> FindInputAsync(
        AgencyId agency, EmployeeId employee, ClientId id, Quarter quarter, CancellationToken cancel) =>
        store.FindAsync(
            Table, agency.ToString(), $"{AssignmentRows.InputsOn(employee)}{id}_{quarter}",
            AssignmentRows.ReadInput, cancel);

    public IAsyncEnumerable<TeamInput> ListInputsAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        store.ListAsync(
            Table, TableRange.Prefix(agency.ToString(), AssignmentRows.InputsOn(employee)),
            AssignmentRows.ReadInput, cancel);

    public Task<bool> PutInputAsync(AgencyId agency, TeamInput input, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(Table, AssignmentRows.Write(agency, input), tag, cancel);
}

internal static class AssignmentRows
{
    internal static string Of(EmployeeId employee) => $"of_{TableKeys.Person(employee)}_";

    internal static string InputsOn(EmployeeId employee) => $"input_{TableKeys.Person(employee)}_";

    internal static string LedBy(EmployeeId leader) => $"led_{TableKeys.Person(leader)}_";

    internal static TableEntity Write(AgencyId agency, TeamAssignment assignment)
    {
        var row = TableColumns.NewRow(agency.ToString(), Of(assignment.EmployeeId) + assignment.Id);
        row["Id"] = assignment.Id.ToString();
        row["EmployeeId"] = assignment.EmployeeId.ToString();
        row["Team"] = assignment.Team;
        row["Role"] = assignment.Role;
        row["LeaderAgencyId"] = assignment.LeaderAgencyId.ToString();
        row["LeaderId"] = assignment.LeaderId.ToString();
        row.PutEnum<AssignmentOrigin>("Origin", assignment.Origin);
        row["Letter"] = assignment.Letter;
        row["From"] = LocalDatePattern.Iso.Format(assignment.From);
        row["LastDay"] = LocalDatePattern.Iso.Format(assignment.LastDay);
        row.PutInstant("WrittenAt", assignment.WrittenAt);
        row["AssignmentVersion"] = assignment.Version;
        row.PutActor(assignment.Actor);
        return row;
    }

    internal static TeamAssignment Read(TableEntity row) => new(
        ClientId.Parse(row.Text("Id")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.Text("Team"),
        row.Text("Role"),
        AgencyId.Parse(row.Text("LeaderAgencyId")).Value,
        EmployeeId.Parse(row.Text("LeaderId")).Value,
        row.Enum<AssignmentOrigin>("Origin"),
        row.Text("Letter"),
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        LocalDatePattern.Iso.Parse(row.Text("LastDay")).Value,
        row.Instant("WrittenAt"),
        row.Int("AssignmentVersion"))
    {
        Actor = row.Actor(),
    };

    internal static TableEntity WritePointer(AgencyId agency, TeamAssignment assignment)
    {
        var row = TableColumns.NewRow(
            assignment.LeaderAgencyId.ToString(),
            $"{LedBy(assignment.LeaderId)}{agency}_{assignment.EmployeeId}_{assignment.Id}");
        row["AgencyId"] = agency.ToString();
        row["EmployeeId"] = assignment.EmployeeId.ToString();
        row["Id"] = assignment.Id.ToString();
        return row;
    }

    internal static (AgencyId Agency, EmployeeId Employee, ClientId Id) ReadPointer(TableEntity row) => (
        AgencyId.Parse(row.Text("AgencyId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        ClientId.Parse(row.Text("Id")).Value);

    internal static TableEntity Write(AgencyId agency, TeamInput input)
    {
        var row = TableColumns.NewRow(
            agency.ToString(), $"{InputsOn(input.EmployeeId)}{input.AssignmentId}_{input.Quarter}");
        row["AssignmentId"] = input.AssignmentId.ToString();
        row["EmployeeId"] = input.EmployeeId.ToString();
        row["Quarter"] = input.Quarter.ToString();
        row["LeaderAgencyId"] = input.LeaderAgencyId.ToString();
        row["LeaderId"] = input.LeaderId.ToString();
        row.PutEnum("Level", input.Level);
        row["Words"] = input.Words;
        row.PutChunks("Evidence", StoredEvidenceLink.Write(input.Evidence));
        row.PutInstant("GivenAt", input.GivenAt);
        row["InputVersion"] = input.Version;
        row.PutActor(input.Actor);
        return row;
    }

    internal static TeamInput ReadInput(TableEntity row) => new(
        ClientId.Parse(row.Text("AssignmentId")).Value,
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        Quarter.Parse(row.Text("Quarter")).Value,
        AgencyId.Parse(row.Text("LeaderAgencyId")).Value,
        EmployeeId.Parse(row.Text("LeaderId")).Value,
        row.EnumOrNull<ExpectationLevel>("Level"),
        row.Text("Words"),
        StoredEvidenceLink.Read(row.GetChunks("Evidence")),
        row.Instant("GivenAt"),
        row.Int("InputVersion"))
    {
        Actor = row.Actor(),
    };
}
