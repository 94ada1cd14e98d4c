using System.Globalization;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>
/// Keys of work plans: an agency's year is a partition; in it each person's plans are one range per kind of row.
/// </summary>
internal static class WorkPlanKeys
{
    internal const string Latest = "latest";
    internal const string Agreed = "agreed";

    internal static string Partition(AgencyId agency, int year) =>
        string.Create(CultureInfo.InvariantCulture, $"{agency}_{year:D4}");

    internal static string Person(string kind, EmployeeId employee) => $"{kind}_{TableKeys.Person(employee)}_";

    internal static string Plan(string kind, EmployeeId employee, LocalDate from) =>
        $"{Person(kind, employee)}{TableKeys.Day(from)}";

    internal static string Versions(EmployeeId employee, LocalDate from) => $"{Plan("version", employee, from)}_";

    internal static string Version(EmployeeId employee, LocalDate from, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{Versions(employee, from)}{version:D6}");
}

/// <summary>A version of a plan as a row; its content as JSON over as many columns as it needs.</summary>
internal static class WorkPlanRows
{
    internal static TableEntity Write(AgencyId agency, string key, WorkPlan plan)
    {
        var row = TableColumns.NewRow(WorkPlanKeys.Partition(agency, plan.From.Year), key);
        row["EmployeeId"] = plan.EmployeeId.ToString();
        row["From"] = LocalDatePattern.Iso.Format(plan.From);
        row["PlanVersion"] = plan.Version;
        row.PutText("RaterId", plan.RaterId?.ToString());
        row.PutChunks("Content", StoredPlanContent.Write(plan.Content));
        row.PutText("Reason", plan.Reason);
        row["WrittenBy"] = plan.WrittenBy.ToString();
        row.PutInstant("WrittenAt", plan.WrittenAt);
        row.PutActor(plan.Actor);
        if (plan.Agreement is { } agreed)
        {
            row["AgreedBy"] = agreed.By.ToString();
            row.PutInstant("AgreedAt", agreed.At);
            row.PutText("AgreedWords", agreed.Words);
            row.PutActor(agreed.Actor, "Agreed");
        }

        return row;
    }

    internal static WorkPlan Read(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        row.Int("PlanVersion"),
        row.GetString("RaterId") is { } rater ? EmployeeId.Parse(rater).Value : null,
        StoredPlanContent.Read(row.GetChunks("Content")),
        row.GetString("Reason"),
        EmployeeId.Parse(row.Text("WrittenBy")).Value,
        row.Instant("WrittenAt"))
    {
        Actor = row.Actor(),
        Agreement = row.GetString("AgreedBy") is { } by
            ? new PlanAgreement(EmployeeId.Parse(by).Value, row.Instant("AgreedAt"), row.GetString("AgreedWords"))
            {
                Actor = row.Actor("Agreed"),
            }
            : null,
    };
}
