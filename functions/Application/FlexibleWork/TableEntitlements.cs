using Azure.Data.Tables;
using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.FlexibleWork;

/// <summary>Rewards by person, so that one person's and one bucket's are each a single range.</summary>
public sealed class TableEntitlements(TableStore store) : IEntitlements
{
    public Task<Tagged<Entitlement>?> FindAsync(
        AgencyId agency,
        EmployeeId employee,
        EntitlementKind kind,
        LocalDate from,
        CancellationToken cancel)
    {
        var key = EntitlementRows.Key(employee, kind, from);
        return store.FindAsync(TableNames.Entitlements, agency.ToString(), key, EntitlementRows.Read, cancel);
    }

    public Task<bool> PutAsync(
        AgencyId agency, Entitlement entitlement, string? tag, OutgoingEvent news, CancellationToken cancel) =>
        store.PutAsync(TableNames.Entitlements, EntitlementRows.Write(agency, entitlement), tag, [news], cancel);

    public Task<bool> ReplaceAsync(
        AgencyId agency, Entitlement entitlement, string tag, CancellationToken cancel) =>
        store.ReplaceAsync(TableNames.Entitlements, EntitlementRows.Write(agency, entitlement), tag, cancel);

    public async Task<IReadOnlyList<Entitlement>> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel)
    {
        var filter = TableRange.Prefix(agency.ToString(), TableKeys.OfPerson(employee));
        return await store.ListAsync(TableNames.Entitlements, filter, EntitlementRows.Read, cancel)
            .ToListAsync(cancel);
    }

    public IAsyncEnumerable<Entitlement> ListAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Entitlements, TableRange.People(agency.ToString(), range), EntitlementRows.Read, cancel);
}

internal static class EntitlementRows
{
    internal static string Key(EmployeeId employee, EntitlementKind kind, LocalDate from) =>
        $"{TableKeys.Person(employee)}_{JsonFormat.Name(kind)}_{LocalDatePattern.Iso.Format(from)}";

    internal static TableEntity Write(AgencyId agency, Entitlement entitlement)
    {
        var row = TableColumns.NewRow(
            agency.ToString(), Key(entitlement.EmployeeId, entitlement.Kind, entitlement.From));
        row["EmployeeId"] = entitlement.EmployeeId.ToString();
        row.PutEnum<EntitlementKind>("Kind", entitlement.Kind);
        row["From"] = LocalDatePattern.Iso.Format(entitlement.From);
        row["To"] = LocalDatePattern.Iso.Format(entitlement.To);
        row.PutText("Start", entitlement.Start is { } start ? LocalTimePattern.ExtendedIso.Format(start) : null);
        if (entitlement.DaysPerWeek is { } days)
        {
            row["DaysPerWeek"] = days;
        }

        if (entitlement.DaysOff is { } off)
        {
            row["DaysOff"] = off;
            row["Taken"] = StoredTakenDays.Write(entitlement.Taken);
        }

        row["Source"] = entitlement.Source;
        row.PutInstant("GrantedAt", entitlement.GrantedAt);
        row.PutText("DecidedBy", entitlement.DecidedBy?.ToString());
        row["Version"] = entitlement.Version;
        row.PutActor(entitlement.Actor);
        if (entitlement.Revoked is { } revoked)
        {
            row["RevokedFrom"] = LocalDatePattern.Iso.Format(revoked.From);
            row["RevokedBecause"] = revoked.Reason;
            row.PutInstant("RevokedAt", revoked.At);
            row.PutActor(revoked.Actor, "Revoked");
        }

        return row;
    }

    internal static Entitlement Read(TableEntity row) => new(
        EmployeeId.Parse(row.Text("EmployeeId")).Value,
        row.Enum<EntitlementKind>("Kind"),
        LocalDatePattern.Iso.Parse(row.Text("From")).Value,
        LocalDatePattern.Iso.Parse(row.Text("To")).Value,
        row.GetString("Start") is { } start ? LocalTimePattern.ExtendedIso.Parse(start).Value : null,
        row.GetInt32("DaysPerWeek"),
        row.Text("Source"),
        row.Instant("GrantedAt"))
    {
        Actor = row.Actor(),
        DecidedBy = row.GetString("DecidedBy") is { } by ? EmployeeId.Parse(by).Value : null,
        DaysOff = row.GetInt32("DaysOff"),
        Taken = row.GetString("Taken") is { } taken ? StoredTakenDays.Read(taken) : [],
        // Rows from before versions were counted are at their first.
        Version = row.GetInt32("Version") ?? 1,
        Revoked = row.GetString("RevokedFrom") is { } from
            ? new(LocalDatePattern.Iso.Parse(from).Value, row.Text("RevokedBecause"), row.Instant("RevokedAt"))
            {
                Actor = row.Actor("Revoked"),
            }
            : null,
    };
}
