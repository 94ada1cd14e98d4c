using System.Text.Json;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Units, posts and people through time, as rows of their agency. What people are looked for by
/// stands in columns as it holds on the day of the write, with the day on which that changes by itself. The actor is
/// whoever wrote last.
/// </summary>
internal static class WorkforceRows
{
    private const string Json = "Json";

    internal static TableEntity Write(AgencyId agency, History<OrganisationUnit> unit, Actor? actor)
    {
        var row = TableColumns.NewRow(agency.ToString(), unit.Id().ToString());
        row.PutChunks(Json, JsonSerializer.SerializeToUtf8Bytes(
            unit.Entries.Select(StoredUnit.Of).ToArray(), StoredJson.Default.StoredUnitArray));
        row.PutActor(actor);
        return row;
    }

    internal static History<OrganisationUnit> ReadUnit(TableEntity row)
    {
        var id = UnitId.Parse(row.RowKey).Value;
        return new(JsonSerializer.Deserialize(row.GetChunks(Json), StoredJson.Default.StoredUnitArray)!
            .Select(entry => entry.Read(id)));
    }

    internal static TableEntity Write(AgencyId agency, History<Post> post, Actor? actor)
    {
        var row = TableColumns.NewRow(agency.ToString(), post.Id().ToString());
        row.PutChunks(Json, JsonSerializer.SerializeToUtf8Bytes(
            post.Entries.Select(StoredPost.Of).ToArray(), StoredJson.Default.StoredPostArray));
        row.PutActor(actor);
        return row;
    }

    internal static History<Post> ReadPost(TableEntity row)
    {
        var id = PostId.Parse(row.RowKey).Value;
        return new(JsonSerializer.Deserialize(row.GetChunks(Json), StoredJson.Default.StoredPostArray)!
            .Select(entry => entry.Read(id)));
    }

    internal static TableEntity Write(AgencyId agency, Employment person, LocalDate today, Actor? actor)
    {
        var row = TableColumns.NewRow(agency.ToString(), TableKeys.Person(person.Id));
        var held = person.On(today);
        row["EmployeeId"] = person.Id.ToString();
        row["UnitId"] = held.UnitId.ToString();
        row.PutText("RaterId", held.RaterId?.ToString());
        row["Active"] = held.Active;
        row.PutText("ChangesOn", StoredValues.TextOrNull(person.NextChangeAfter(today)));
        row.PutChunks(Json, StoredEmployment.Write(person));
        row.PutActor(actor);
        return row;
    }

    internal static Employment ReadEmployee(TableEntity row) =>
        StoredEmployment.Read(EmployeeId.Parse(row.Text("EmployeeId")).Value, row.GetChunks(Json));
}
