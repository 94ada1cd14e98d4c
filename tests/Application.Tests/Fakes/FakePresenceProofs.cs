using Kinerja.Application.Events;
using Kinerja.Application.Presence.CheckIns;
using Kinerja.Domain;
using Kinerja.Domain.Presence.CheckIns;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakePresenceProofs : IPresenceProofs
{
    internal Dictionary<(AgencyId, ClientId), AskedProof> Asked { get; } = [];

    internal Dictionary<(AgencyId, EmployeeId, LocalDate, ClientId), PresenceProof> Rows { get; } = [];

    public Task<AskedProof?> AddOrFindAsync(AskedProof asked, CancellationToken cancel)
    {
        var key = (asked.Request.AgencyId, asked.Request.Id);
        return Task.FromResult(Asked.TryAdd(key, asked) ? null : Asked[key]);
    }

    public Task<AskedProof?> FindAsync(AgencyId agency, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Asked.GetValueOrDefault((agency, id)));

    public Task<bool> AddAsync(
        PresenceProof proof, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel) =>
        Task.FromResult(Rows.TryAdd((proof.AgencyId, proof.EmployeeId, proof.Date, proof.Id), proof));

    public IAsyncEnumerable<PresenceProof> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        ListAsync(agency, month, cancel).Where(p => p.EmployeeId == employee);

    public IAsyncEnumerable<PresenceProof> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Rows.Values.Where(p => p.AgencyId == agency && p.Date.ToYearMonth() == month)
            .OrderBy(p => p.EmployeeId).ThenBy(p => p.Date).ThenBy(p => p.Id).ToList().ToAsyncEnumerable();
}
