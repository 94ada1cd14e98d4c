using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeIdentities : IIdentities
{
    internal static NipLookupKey Key { get; } = NipLookupKey.From(new string('a', 64));

    internal SortedDictionary<(string Hash, string Agency), EmployeeId> Rows { get; } = [];

    internal SortedDictionary<string, SharedNip> Shared { get; } = new(StringComparer.Ordinal);

    /// <summary>What somebody else does between this writer's look and its write.</summary>
    internal Action? BeforeAdding { get; set; }

    internal Action? AfterAdding { get; set; }

    internal EmployeeId this[AgencyId agency, Nip nip]
    {
        get => Rows[(Key.HashOf(nip).Text, agency.ToString())];
        set => Rows[(Key.HashOf(nip).Text, agency.ToString())] = value;
    }

    public Task AddAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel)
    {
        BeforeAdding?.Invoke();
        foreach (var one in identities)
        {
            Rows.TryAdd((one.Hash.Text, actor.Agency.ToString()), one.EmployeeId);
        }

        AfterAdding?.Invoke();
        return Task.CompletedTask;
    }

    internal Dictionary<(AgencyId, EmployeeId), Nip> ByPerson { get; } = [];

    public Task PutByPersonAsync(Actor actor, IReadOnlyCollection<Identity> identities, CancellationToken cancel)
    {
        foreach (var one in identities)
        {
            ByPerson[(actor.Agency, one.EmployeeId)] = one.Nip;
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyDictionary<EmployeeId, Nip>> RevealAsync(
        AgencyId agency, IReadOnlyCollection<EmployeeId> people, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<EmployeeId, Nip>>(
            people.Where(one => ByPerson.ContainsKey((agency, one)))
                .ToDictionary(one => one, one => ByPerson[(agency, one)]));

    public Task<EmployeeId?> FindAsync(AgencyId agency, NipHash hash, CancellationToken cancel) =>
        Task.FromResult<EmployeeId?>(Rows.TryGetValue((hash.Text, agency.ToString()), out var id) ? id : null);

    internal int Looks { get; private set; }

    public Task<IReadOnlyList<NipHolder>> HoldersAsync(NipHash hash, CancellationToken cancel)
    {
        Looks++;
        return Task.FromResult<IReadOnlyList<NipHolder>>(
            [.. Rows.Where(r => r.Key.Hash == hash.Text)
                .Select(r => new NipHolder(AgencyId.Parse(r.Key.Agency).Value, r.Value))]);
    }

    public Task NoteSharedAsync(IReadOnlyCollection<NipHash> hashes, Instant now, CancellationToken cancel)
    {
        foreach (var hash in hashes)
        {
            Shared.TryAdd(hash.Text, new SharedNip(hash, now));
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<SharedNip> ListSharedAsync(string? after, CancellationToken cancel) =>
        Shared.Where(s => string.CompareOrdinal(s.Key, after) > 0).Select(s => s.Value).ToList().ToAsyncEnumerable();
}

internal sealed class FakeSecondments : ISecondments
{
    internal Dictionary<(AgencyId, EmployeeId, LocalDate), Secondment> Rows { get; } = [];

    public Task PutAsync(Secondment secondment, CancellationToken cancel)
    {
        Rows[(secondment.HomeId, secondment.EmployeeId, secondment.From)] = secondment;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<Secondment>> ListAsync(
        AgencyId home, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Secondment>>(
            [.. Rows.Values.Where(s => s.HomeId == home && s.EmployeeId == employee).OrderBy(s => s.From)]);
}
