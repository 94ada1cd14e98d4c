using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Workforce;

/// <summary>Delegations by rater, so that one rater's are one range; every version stands beside.</summary>
public sealed class TableDelegations(TableStore store) : IDelegations
{
    private const string Table = TableNames.Delegations;

    public Task<Tagged<Delegation>?> FindAsync(
        AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), DelegationRows.Key(rater, from), DelegationRows.Read, cancel);

    public async Task<IReadOnlyList<Delegation>> ListAsync(
        AgencyId agency, EmployeeId rater, CancellationToken cancel) =>
        await ByPrefix(agency, TableKeys.OfPerson(rater), cancel).ToListAsync(cancel);

    public IAsyncEnumerable<Delegation> ListAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.People(agency.ToString(), HashRange.All), DelegationRows.Read, cancel);

    public async Task<IReadOnlyList<Delegation>> ListVersionsAsync(
        AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel) =>
        await ByPrefix(agency, DelegationRows.VersionsOf(rater, from), cancel).ToListAsync(cancel);

    public Task<bool> AddVersionAsync(AgencyId agency, Delegation delegation, string? tag, CancellationToken cancel) =>
        store.SubmitAsync(
        Table,
        Versions.Next(
            DelegationRows.Write(agency, DelegationRows.Key(delegation.RaterId, delegation.From), delegation),
            DelegationRows.Write(agency, DelegationRows.VersionKey(delegation), delegation),
            tag),
        cancel);

    private IAsyncEnumerable<Delegation> ByPrefix(AgencyId agency, string prefix, CancellationToken cancel) =>
        store.ListAsync(Table, TableRange.Prefix(agency.ToString(), prefix), DelegationRows.Read, cancel);
}

internal static class DelegationRows
{
    internal static string Key(EmployeeId rater, LocalDate from) => $"{TableKeys.Person(rater)}_{TableKeys.Day(from)}";

    internal static string VersionsOf(EmployeeId rater, LocalDate from) => TableKeys.Versions(Key(rater, from));

    internal static string VersionKey(Delegation delegation) =>
        TableKeys.Version(Key(delegation.RaterId, delegation.From), delegation.Version);

    internal static TableEntity Write(AgencyId agency, string key, Delegation delegation)
    {
        var row = TableColumns.NewRow(agency.ToString(), key);
        row["RaterId"] = delegation.RaterId.ToString();
        row["DelegateId"] = delegation.DelegateId.ToString();
        row["From"] = LocalDatePattern.Iso.Format(delegation.From);
        row["To"] = LocalDatePattern.Iso.Format(delegation.To);
        row["GrantedById"] = delegation.GrantedById.ToString();
        row["Reason"] = delegation.Reason;
        row.PutInstant("WrittenAt", delegation.WrittenAt);
        row["Version"] = delegation.Version;
        row.PutActor(delegation.Actor);
        return row;
    }

    internal static Delegation Read(TableEntity row) => new(
        EmployeeId.Parse(row.Text("RaterId")).Value,
        EmployeeId.Parse(row.Text("DelegateId")).Value,
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        LocalDatePattern.Iso.Parse(row.Text("To")).Value,
        EmployeeId.Parse(row.Text("GrantedById")).Value,
        row.Text("Reason"),
        row.Instant("WrittenAt"),
        row.Int("Version"))
    {
        Actor = row.Actor(),
    };
}
