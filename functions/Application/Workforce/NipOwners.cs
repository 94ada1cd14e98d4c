using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Workforce;

/// <summary>
/// Of a list of people: the NIPs that are nobody's yet, and the faults where one is another person's.
/// </summary>
internal sealed record NipOwners(IReadOnlyList<(Nip Nip, EmployeeId Employee)> Free, IReadOnlyList<FieldFault> Faults)
{
    private const int MostReadsAtOnce = 32;

    internal static async Task<NipOwners> FindAsync(
        IWorkforce workforce,
        AgencyId agency,
        IReadOnlyList<EmployeeEntry> entries,
        CancellationToken cancel)
    {
        var owners = new Dictionary<Nip, EmployeeId>();
        foreach (var some in entries.Where(e => e.Nip is not null).Select(e => e.Nip!.Value).Distinct()
            .Chunk(MostReadsAtOnce))
        {
            var found = await Task.WhenAll(some.Select(nip => workforce.FindByNipAsync(agency, nip, cancel)));
            foreach (var (nip, owner) in some.Zip(found).Where(pair => pair.Second is not null))
            {
                owners[nip] = owner!.Value;
            }
        }

        return Sort(entries, owners);
    }

    private static NipOwners Sort(IReadOnlyList<EmployeeEntry> entries, Dictionary<Nip, EmployeeId> owners)
    {
        var (free, faults) = (new List<(Nip, EmployeeId)>(), new List<FieldFault>());
        for (var i = 0; i < entries.Count; i++)
        {
            var (id, nip) = (entries[i].Employee.Id, entries[i].Nip);
            if (nip is { } given && owners.TryAdd(given, id))
            {
                free.Add((given, id));
            }
            else if (nip is { } taken && owners[taken] != id)
            {
                // Whose it is stays unsaid: the number alone must not lead to a person.
                faults.Add(new($"/employees/{i}/nip", "This NIP is another person's."));
            }
        }

        return new(free, faults);
    }
}
