using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

public sealed class TableAgencies(TableStore store) : IAgencies
{
    public async Task<Agency?> FindAsync(AgencyId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Agencies, id.ToString(), TableKeys.AgencyRow, cancel) is { } row
            ? Read(row)
            : null;

    public Task<Tagged<Agency>?> FindTaggedAsync(AgencyId id, CancellationToken cancel) =>
        store.FindAsync(TableNames.Agencies, id.ToString(), TableKeys.AgencyRow, Read, cancel);

    public Task<bool> PutAsync(NextVersion<Agency> agency, CancellationToken cancel) =>
        store.PutNextAsync(TableNames.Agencies, Write(agency.Value, agency.Actor), agency.Tag, cancel);

    public IAsyncEnumerable<Agency> ListAsync(CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Agencies, TableClient.CreateQueryFilter($"RowKey eq {TableKeys.AgencyRow}"), Read, cancel);

    internal static TableEntity Write(Agency agency, Actor? actor)
    {
        var row = TableColumns.NewRow(agency.Id.ToString(), TableKeys.AgencyRow);
        row["Name"] = agency.Name;
        row["Zone"] = agency.Zone.Id;
        row["BeganOn"] = StoredValues.Text(agency.BeganOn);
        if (agency.Seat is { } seat)
        {
            row["SeatLatitude"] = seat.LatitudeDegrees;
            row["SeatLongitude"] = seat.LongitudeDegrees;
        }

        row.PutActor(actor);
        return row;
    }

    internal static Agency Read(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value,
        row.Text("Name"),
        DateTimeZoneProviders.Tzdb[row.Text("Zone")])
    {
        BeganOn = StoredValues.Day(row.Text("BeganOn")),
        Seat = row.GetDouble("SeatLatitude") is { } latitude
            ? Seat.Parse(latitude, row.GetDouble("SeatLongitude")!.Value).Value
            : null,
    };
}
