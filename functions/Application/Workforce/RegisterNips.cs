using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Writes whose the NIPs of a list are. In one agency a NIP is one person's for ever; in another it may be a person's
/// too, which refuses nothing and is noted for the national operator.
/// </summary>
public sealed class RegisterNips(IIdentities identities, NipLookupKey key, TimeProvider clock)
{
    private const int MostReadsAtOnce = 32;

    /// <summary>
    /// Of two requests that name one NIP for two people the later is refused: a NIP that is nobody's yet is taken only
    /// while it still is. Null when all are written.
    /// </summary>
    /// <param name="actor">Who writes, for its agency.</param>
    /// <param name="entries">Whose NIPs.</param>
    /// <param name="eachAlone">
    /// Whether the good ones stay written where others are refused: then nothing is looked at before it is taken.
    /// </param>
    /// <param name="cancel">Stops it.</param>
    public async Task<Refusal?> ExecuteAsync(
        Actor actor, IReadOnlyList<EmployeeEntry> entries, bool eachAlone, CancellationToken cancel)
    {
        var agency = actor.Agency;
        var named = Named(entries);
        if (eachAlone)
        {
            await identities.AddAsync(actor, [.. named.OfType<Identity>()], cancel);
        }

        while (true)
        {
            var holders = await HoldersAsync(named, cancel);
            var (free, faults) = Sort(named, OwnersIn(agency, holders));
            if (faults.Count > 0)
            {
                return Taken(faults);
            }

            if (free.Count == 0)
            {
                // Whoever writes last sees the others: of two agencies that write at once one notes it at least.
                var shared = holders.Where(h => h.Value.Count > 1).Select(h => h.Key).ToList();
                await identities.NoteSharedAsync(shared, clock.Now(), cancel);
                await identities.PutByPersonAsync(actor, [.. named.OfType<Identity>()], cancel);
                return null;
            }

            await identities.AddAsync(actor, free, cancel);
        }
    }

    /// <summary>The same looked at, with nothing written: whose NIP would be new, or why the list is refused.</summary>
    public async Task<(IReadOnlySet<EmployeeId> New, Refusal? Refusal)> CheckAsync(
        AgencyId agency, IReadOnlyList<EmployeeEntry> entries, CancellationToken cancel)
    {
        var named = Named(entries);
        var (free, faults) = Sort(named, OwnersIn(agency, await HoldersAsync(named, cancel)));
        return (free.Select(one => one.EmployeeId).ToHashSet(), faults.Count > 0 ? Taken(faults) : null);
    }

    private List<Identity?> Named(IReadOnlyList<EmployeeEntry> entries) =>
        [.. entries.Select(e => e.Nip is { } nip ? new Identity(key.HashOf(nip), nip, e.Employee.Id) : null)];

    private static Dictionary<NipHash, EmployeeId> OwnersIn(
        AgencyId agency, Dictionary<NipHash, IReadOnlyList<NipHolder>> holders) =>
        holders.SelectMany(h => h.Value.Where(one => one.AgencyId == agency).Select(one => (h.Key, one.EmployeeId)))
            .ToDictionary(own => own.Key, own => own.EmployeeId);

    private static Refusal Taken(IReadOnlyList<FieldFault> faults) =>
        new(RefusalKind.Unprocessable, RefusalCodes.NipTaken, "A NIP belongs to one person.") { Faults = faults };

    private async Task<Dictionary<NipHash, IReadOnlyList<NipHolder>>> HoldersAsync(
        IEnumerable<Identity?> named, CancellationToken cancel)
    {
        var holders = new Dictionary<NipHash, IReadOnlyList<NipHolder>>();
        foreach (var some in named.OfType<Identity>().Select(one => one.Hash).Distinct().Chunk(MostReadsAtOnce))
        {
            var found = await Task.WhenAll(some.Select(hash => identities.HoldersAsync(hash, cancel)));
            foreach (var (hash, who) in some.Zip(found))
            {
                holders[hash] = who;
            }
        }

        return holders;
    }

    private static (List<Identity> Free, List<FieldFault> Faults) Sort(
        List<Identity?> named, Dictionary<NipHash, EmployeeId> owners)
    {
        var (free, faults) = (new List<Identity>(), new List<FieldFault>());
        for (var i = 0; i < named.Count; i++)
        {
            if (named[i] is not { } given)
            {
                continue;
            }

            if (owners.TryAdd(given.Hash, given.EmployeeId))
            {
                free.Add(given);
            }
            else if (owners[given.Hash] != given.EmployeeId)
            {
                // Whose it is stays unsaid: the number alone must not lead to a person.
                faults.Add(new($"/employees/{i}/nip", "This NIP is another person's."));
            }
        }

        return (free, faults);
    }
}
