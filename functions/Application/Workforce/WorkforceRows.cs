using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>Units, posts and people, as rows of their agency.</summary>
internal static class WorkforceRows
{
    internal static TableEntity Write(AgencyId agency, OrganisationUnit unit)
    {
        var row = TableColumns.NewRow(agency.ToString(), unit.Id.ToString());
        row["Name"] = unit.Name;
        row.PutText("ParentId", unit.ParentId?.ToString());
        row["Zone"] = unit.Zone.Id;
        row.PutText("HeadId", unit.HeadId?.ToString());
        row["DirectService"] = unit.DirectService;
        return row;
    }

    internal static OrganisationUnit ReadUnit(TableEntity row) => new(
        UnitId.Parse(row.RowKey).Value,
        row.Text("Name"),
        row.GetString("ParentId") is { } parent ? UnitId.Parse(parent).Value : null,
        DateTimeZoneProviders.Tzdb[row.Text("Zone")],
        row.GetString("HeadId") is { } head ? EmployeeId.Parse(head).Value : null,
        row.GetBoolean("DirectService")!.Value);

    internal static TableEntity Write(AgencyId agency, Post post)
    {
        var row = TableColumns.NewRow(agency.ToString(), post.Id.ToString());
        row["Name"] = post.Name;
        row.PutText("Category", post.Category);
        row["FlexibleWork"] = post.FlexibleWork;
        return row;
    }

    internal static Post ReadPost(TableEntity row) => new(
        PostId.Parse(row.RowKey).Value,
        row.Text("Name"),
        row.GetString("Category"),
        row.GetBoolean("FlexibleWork")!.Value);

    internal static TableEntity Write(AgencyId agency, Employee employee)
    {
        var row = TableColumns.NewRow(agency.ToString(), TableKeys.Person(employee.Id));
        row["EmployeeId"] = employee.Id.ToString();
        row["UnitId"] = employee.UnitId.ToString();
        row.PutEnum<EmploymentKind>("Kind", employee.Kind);
        row.PutText("RaterId", employee.RaterId?.ToString());
        row["Active"] = employee.Active;
        row.PutText("PostId", employee.PostId?.ToString());
        row.PutText("StartedOn", employee.StartedOn is { } started ? LocalDatePattern.Iso.Format(started) : null);
        row.PutEnum<DisciplineStatus>("Discipline", employee.Discipline);
        return row;
    }

    internal static Employee ReadEmployee(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        UnitId.Parse(row.Text("UnitId")).Value,
        row.Enum<EmploymentKind>("Kind"),
        row.GetString("RaterId") is { } rater ? EmployeeId.Parse(rater).Value : null,
        row.GetBoolean("Active")!.Value)
    {
        PostId = row.GetString("PostId") is { } post ? PostId.Parse(post).Value : null,
        StartedOn = row.GetString("StartedOn") is { } started ? LocalDatePattern.Iso.Parse(started).Value : null,
        // Rows from before this column say nothing of discipline.
        Discipline = row.EnumOrNull<DisciplineStatus>("Discipline") ?? DisciplineStatus.None,
    };
}
