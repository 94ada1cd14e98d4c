using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.WorkPlans;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.WorkPlans;

/// <summary>Realisations beside their plans: a row per plan and quarter, replaced by its tag.</summary>
public sealed class TableRealisations(TableStore store) : IRealisations
{
    private const string Kind = "realised";

    public Task<Tagged<Realisation>?> FindAsync(
        AgencyId agency, EmployeeId employee, LocalDate planFrom, Quarter quarter, CancellationToken cancel) =>
        store.FindAsync(
            TableNames.WorkPlans, WorkPlanKeys.Partition(agency, planFrom.Year), Key(employee, planFrom, quarter),
            Read, cancel);

    public IAsyncEnumerable<Realisation> ListAsync(
        AgencyId agency, EmployeeId employee, int year, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.WorkPlans,
            TableRange.Prefix(WorkPlanKeys.Partition(agency, year), WorkPlanKeys.Person(Kind, employee)), Read, cancel);

    public Task<bool> PutAsync(AgencyId agency, Realisation realisation, string? tag, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.WorkPlans, Write(agency, realisation), tag, cancel);

    internal static TableEntity Write(AgencyId agency, Realisation realisation)
    {
        var row = TableColumns.NewRow(
            WorkPlanKeys.Partition(agency, realisation.PlanFrom.Year),
            Key(realisation.EmployeeId, realisation.PlanFrom, realisation.Quarter));
        row["EmployeeId"] = realisation.EmployeeId.ToString();
        row["PlanFrom"] = LocalDatePattern.Iso.Format(realisation.PlanFrom);
        row["Quarter"] = realisation.Quarter.ToString();
        row["RealisationVersion"] = realisation.Version;
        row.PutInstant("ReportedAt", realisation.ReportedAt);
        row.PutChunks("Results", StoredRealisedResult.Write(realisation.Results));
        row.PutActor(realisation.Actor);
        return row;
    }

    internal static Realisation Read(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("PlanFrom")).Value,
        Quarter.Parse(row.Text("Quarter")).Value,
        StoredRealisedResult.Read(row.GetChunks("Results")),
        row.Instant("ReportedAt"),
        row.Int("RealisationVersion"))
    {
        Actor = row.Actor(),
    };

    private static string Key(EmployeeId employee, LocalDate planFrom, Quarter quarter) =>
        $"{WorkPlanKeys.Plan(Kind, employee, planFrom)}_{quarter}";
}
