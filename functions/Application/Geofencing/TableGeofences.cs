using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Geofencing;

/// <summary>
/// One partition per agency. A change writes a long area first, under the hash of its bytes, where nobody looks yet;
/// then in one transaction the version, which nothing changes later, the row of what stands, and the stamp. What stands
/// is replaced by its tag only, so of two writers one is told so; a crash in between leaves rows that the repeat uses.
/// </summary>
public sealed class TableGeofences(TableStore store) : IGeofences
{
    private const string Table = TableNames.Geofences;

    public async Task<Geofence?> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await CurrentAsync(agency, id, cancel) is { } row && !GeofenceRows.IsWithdrawn(row)
            ? await ReadAsync(row, cancel)
            : null;

    public async Task<Geofence?> FindVersionAsync(
        AgencyId agency, GeofenceId id, int version, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), TableKeys.FenceVersion(id, version), cancel) is { } row
            ? await ReadAsync(row, cancel)
            : null;

    public async Task<StandingFence?> FindStandingAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await CurrentAsync(agency, id, cancel) is { } row ? GeofenceRows.ReadStanding(row) : null;

    public async IAsyncEnumerable<Geofence> ListAsync(
        AgencyId agency, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (var row in store.ListAsync(Table, InForce(agency), null, cancel))
        {
            if (!GeofenceRows.IsWithdrawn(row))
            {
                yield return await ReadAsync(row, cancel);
            }
        }
    }

    public IAsyncEnumerable<FenceSummary> ListSummariesAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(Table, InForce(agency), GeofenceRows.Summary, cancel)
            .Where(row => !GeofenceRows.IsWithdrawn(row))
            .Select(GeofenceRows.ReadSummary);

    public IAsyncEnumerable<FenceSummary> ListVersionsAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        store.ListAsync(
            Table,
            TableRange.Prefix(agency.ToString(), TableKeys.FenceVersions(id)),
            GeofenceRows.Summary,
            cancel).Select(GeofenceRows.ReadSummary);

    public async Task<string> StampAsync(AgencyId agency, CancellationToken cancel) =>
        await store.FindAsync(Table, agency.ToString(), TableKeys.FenceStamp, cancel) is { } row
            ? GeofenceRows.ReadStamp(row)
            : "";

    public async Task<bool> AddVersionAsync(
        AgencyId agency,
        FenceVersion version,
        StandingFence? standing,
        CancellationToken cancel)
    {
        var (partition, fence) = (agency.ToString(), version.Fence);
        var area = FenceAreaRows.Of(fence.Area);
        if (!area.FitsRow)
        {
            await store.PutAllAsync(Table, area.Rows(partition), cancel);
        }

        var written = GeofenceRows.Write(partition, TableKeys.FenceVersion(fence.Id, fence.Version), version, area);
        var current = GeofenceRows.Write(partition, TableKeys.FenceCurrent(fence.Id.ToString()), version, area);
        return await store.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.Add, written),
                TableStore.Next(current, standing?.Tag),
                Stamp(partition, $"{fence.Id} {fence.Version}"),
            ],
            cancel);
    }

    public async Task<bool> WithdrawAsync(
        AgencyId agency, GeofenceId id, StandingFence standing, CancellationToken cancel)
    {
        var partition = agency.ToString();
        var row = GeofenceRows.WriteWithdrawn(partition, id, standing);
        return await store.SubmitAsync(
            Table,
            [
                new(TableTransactionActionType.UpdateReplace, row, new ETag(standing.Tag)),
                Stamp(partition, $"{id} {standing.Version} withdrawn"),
            ],
            cancel);
    }

    /// <summary>A version is written once and withdrawn once, so no two changes leave the same text.</summary>
    private static TableTransactionAction Stamp(string partition, string text) =>
        new(TableTransactionActionType.UpsertReplace, GeofenceRows.WriteStamp(partition, text));

    private static string InForce(AgencyId agency) => TableRange.Prefix(agency.ToString(), TableKeys.FenceCurrent(""));

    private Task<TableEntity?> CurrentAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        store.FindAsync(Table, agency.ToString(), TableKeys.FenceCurrent(id.ToString()), cancel);

    private async Task<Geofence> ReadAsync(TableEntity row, CancellationToken cancel)
    {
        if (GeofenceRows.HoldsArea(row))
        {
            return GeofenceRows.Read(row);
        }

        var parts = TableRange.Prefix(row.PartitionKey, TableKeys.FenceAreas(GeofenceRows.AreaSha256(row)));
        var rows = await store.ListAsync(Table, parts, null, cancel).ToListAsync(cancel);
        return GeofenceRows.Read(row, FenceAreaRows.Read(rows, row.Int("AreaBytes")));
    }
}
