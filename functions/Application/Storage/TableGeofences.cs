using Azure;
using Azure.Data.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Geofencing;

namespace Kinerja.Application.Storage;

/// <summary>
/// Two rows per change, written together: the version, which nothing changes later, and the copy that is in force.
/// </summary>
public sealed class TableGeofences(TableStore store) : IGeofences
{
    public async Task<Geofence?> FindAsync(AgencyId agency, GeofenceId id, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Geofences, agency.ToString(), TableKeys.FenceCurrent(id.ToString()), cancel)
            is { } row ? GeofenceRows.Read(row) : null;

    public IAsyncEnumerable<Geofence> ListAsync(AgencyId agency, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.Geofences,
            TableRange.Prefix(agency.ToString(), TableKeys.FenceCurrent("")),
            null,
            cancel).Select(GeofenceRows.Read);

    public async Task<int> NextVersionAsync(AgencyId agency, GeofenceId id, CancellationToken cancel)
    {
        var versions = TableRange.Prefix(agency.ToString(), $"version_{id}_");
        return 1 + await store.ListAsync(TableNames.Geofences, versions, ["RowKey"], cancel).CountAsync(cancel);
    }

    public async Task<bool> AddVersionAsync(AgencyId agency, Geofence fence, CancellationToken cancel)
    {
        var (partition, id) = (agency.ToString(), fence.Id.ToString());
        try
        {
            await store[TableNames.Geofences].SubmitTransactionAsync(
                [
                    new(TableTransactionActionType.Add,
                        GeofenceRows.Write(partition, TableKeys.FenceVersion(id, fence.Version), fence)),
                    new(TableTransactionActionType.UpsertReplace,
                        GeofenceRows.Write(partition, TableKeys.FenceCurrent(id), fence)),
                ],
                cancel);
            return true;
        }
        catch (TableTransactionFailedException taken) when (taken.Status == 409)
        {
            return false;
        }
    }

    public async Task<bool> WithdrawAsync(AgencyId agency, Geofence fence, CancellationToken cancel)
    {
        var (partition, row) = (agency.ToString(), TableKeys.FenceCurrent(fence.Id.ToString()));
        var current = await store.FindAsync(TableNames.Geofences, partition, row, cancel);
        if (current?.Int("Version") != fence.Version)
        {
            return false;
        }

        try
        {
            await store[TableNames.Geofences].DeleteEntityAsync(partition, row, current.ETag, cancel);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }
}
