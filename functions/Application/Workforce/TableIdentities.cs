using System.Collections.Concurrent;
using Azure.Data.Tables;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Workforce;

/// <summary>
/// A NIP's hash is a partition, and each agency that has it one row in it: whoever asks for one agency's person reads
/// one row, and whoever asks for all reads one partition. The way back stands in the agency's own partition, by person.
/// </summary>
public sealed class TableIdentities(TableStore store, ColumnSeal seal) : IIdentities
{
    /// <summary>Every NIP is a partition of its own, so that no transaction holds two.</summary>
    private const int MostAtOnce = 32;

    public Task AddAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel) =>
        Parallel.ForEachAsync(identities, With(cancel), async (one, stop) =>
        {
            var row = IdentityRows.Write(IdentityRows.Sealed(actor, one, seal));
            await store.AddAsync(TableNames.Identities, row, stop);
        });

    public Task PutByPersonAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel) =>
        store.PutAllAsync(
            TableNames.Identities,
            identities.Select(one => IdentityRows.Write(IdentityRows.SealedOf(actor, one, seal))),
            cancel);

    public async Task<IReadOnlyDictionary<EmployeeId, Nip>> RevealAsync(
        AgencyId agency, IReadOnlyCollection<EmployeeId> people, CancellationToken cancel)
    {
        var nips = new ConcurrentDictionary<EmployeeId, Nip>();
        await Parallel.ForEachAsync(people, With(cancel), async (person, stop) =>
        {
            if (await store.FindAsync(
                TableNames.Identities, agency.ToString(), TableKeys.Person(person), stop) is { } row)
            {
                nips[person] = IdentityRows.Open(IdentityRows.ReadOfPerson(row), seal);
            }
        });
        return nips;
    }

    public async Task<EmployeeId?> FindAsync(AgencyId agency, NipHash hash, CancellationToken cancel) =>
        await store.FindAsync(TableNames.Identities, hash.Text, agency.ToString(), cancel) is { } row
            ? IdentityRows.ReadHolder(row).EmployeeId
            : null;

    public async Task<IReadOnlyList<NipHolder>> HoldersAsync(NipHash hash, CancellationToken cancel) =>
        await store.ListAsync(
            TableNames.Identities, TableRange.Partition(hash.Text), ["PartitionKey", "RowKey", "EmployeeId"], cancel)
            .Select(IdentityRows.ReadHolder).ToListAsync(cancel);

    public Task NoteSharedAsync(IReadOnlyCollection<NipHash> hashes, Instant now, CancellationToken cancel) =>
        Parallel.ForEachAsync(hashes, With(cancel), async (hash, stop) =>
            await store.AddAsync(TableNames.SharedNips, IdentityRows.Write(new SharedNip(hash, now)), stop));

    public IAsyncEnumerable<SharedNip> ListSharedAsync(string? after, CancellationToken cancel) =>
        store.ListAsync(
            TableNames.SharedNips, TableRange.After(TableKeys.National, after ?? ""), IdentityRows.ReadShared, cancel);

    private static ParallelOptions With(CancellationToken cancel) =>
        new() { MaxDegreeOfParallelism = MostAtOnce, CancellationToken = cancel };
}

/// <summary>Whose a NIP is, with the number itself sealed.</summary>
internal sealed record SealedIdentity(NipHash Hash, AgencyId AgencyId, EmployeeId EmployeeId, string SealedNip)
{
    public Actor? Actor { get; init; }
}

/// <summary>A person's NIP, sealed for its own row.</summary>
internal sealed record SealedNip(AgencyId AgencyId, EmployeeId EmployeeId, string Text)
{
    public Actor? Actor { get; init; }
}

internal static class IdentityRows
{
    internal static SealedNip SealedOf(Actor actor, Identity one, ColumnSeal seal) =>
        new(actor.Agency, one.EmployeeId, seal.Seal(Place(actor.Agency, one.EmployeeId), one.Nip.Reveal()))
        {
            Actor = actor,
        };

    internal static Nip Open(SealedNip one, ColumnSeal seal) =>
        Nip.Parse(seal.Open(Place(one.AgencyId, one.EmployeeId), one.Text)).Value;

    internal static TableEntity Write(SealedNip one)
    {
        var row = TableColumns.NewRow(one.AgencyId.ToString(), TableKeys.Person(one.EmployeeId));
        row["EmployeeId"] = one.EmployeeId.ToString();
        row["Nip"] = one.Text;
        row.PutActor(one.Actor);
        return row;
    }

    internal static SealedNip ReadOfPerson(TableEntity row) => new(
        AgencyId.Parse(row.PartitionKey).Value, StoredValues.Person(row.Text("EmployeeId")), row.Text("Nip"))
    {
        Actor = row.Actor(),
    };

    internal static SealedIdentity Sealed(Actor actor, Identity one, ColumnSeal seal) =>
        new(one.Hash, actor.Agency, one.EmployeeId, seal.Seal(Place(one.Hash, actor.Agency), one.Nip.Reveal()))
        {
            Actor = actor,
        };

    /// <summary>For whoever gives the hashes another key.</summary>
    internal static Nip Open(SealedIdentity one, ColumnSeal seal) =>
        Nip.Parse(seal.Open(Place(one.Hash, one.AgencyId), one.SealedNip)).Value;

    internal static TableEntity Write(SealedIdentity one)
    {
        var row = TableColumns.NewRow(one.Hash.Text, one.AgencyId.ToString());
        row["EmployeeId"] = one.EmployeeId.ToString();
        row["Nip"] = one.SealedNip;
        row.PutActor(one.Actor);
        return row;
    }

    internal static SealedIdentity Read(TableEntity row)
    {
        var holder = ReadHolder(row);
        return new(new NipHash(row.PartitionKey), holder.AgencyId, holder.EmployeeId, row.Text("Nip"))
        {
            Actor = row.Actor(),
        };
    }

    internal static NipHolder ReadHolder(TableEntity row) =>
        new(AgencyId.Parse(row.RowKey).Value, EmployeeId.Parse(row.Text("EmployeeId")).Value);

    internal static TableEntity Write(SharedNip shared)
    {
        var row = TableColumns.NewRow(TableKeys.National, shared.Hash.Text);
        row.PutInstant("Since", shared.Since);
        return row;
    }

    internal static SharedNip ReadShared(TableEntity row) => new(new NipHash(row.RowKey), row.Instant("Since"));

    private static string Place(NipHash hash, AgencyId agency) => $"{TableNames.Identities}_{hash}_{agency}_Nip";

    private static string Place(AgencyId agency, EmployeeId person) => $"{TableNames.Identities}_{agency}_{person}_Nip";
}
