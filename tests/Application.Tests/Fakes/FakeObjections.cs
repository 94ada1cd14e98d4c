using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Objections;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Objections;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>With what it was given to be told in the outbox.</summary>
internal sealed class FakeObjections(FakeOutbox outbox) : IObjections
{
    private int _writes;

    internal Dictionary<(AgencyId, AppraisalPeriod, EmployeeId), Tagged<Objection>> Rows { get; } = [];

    public Task<Tagged<Objection>?> FindAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault((agency, period, employee)));

    /// <summary>Decided ones that another followed.</summary>
    internal List<Tagged<Objection>> Followed { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public Task<bool> PutAsync(
        Objection objection, string? tag, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
        var key = (objection.Claim.AgencyId, objection.Claim.Period, objection.Claim.EmployeeId);
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        outbox.AddAll(news);
        Rows[key] = new(objection, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }

    public async Task<bool> FollowAsync(
        Tagged<Objection> decided, Objection next, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var written = await PutAsync(next, decided.Tag, news, cancel);
        Followed.AddRange(written ? [decided] : []);
        return written;
    }

    public Task<Objection?> FindFollowedAsync(
        AgencyId agency, AppraisalPeriod period, EmployeeId employee, ClientId id, CancellationToken cancel) =>
        Task.FromResult(Followed.Select(one => one.Value).FirstOrDefault(one =>
            one.Claim.AgencyId == agency && one.Claim.Period == period && one.Claim.EmployeeId == employee
            && one.Claim.Id == id));

    public IAsyncEnumerable<Tagged<Objection>> ListAsync(
        AgencyId agency, AppraisalPeriod period, CancellationToken cancel) =>
        Rows.Values.Concat(Followed)
            .Where(one => one.Value.Claim.AgencyId == agency && one.Value.Claim.Period == period)
            .InKeyOrder(r => r.Value.Claim.EmployeeId).ToAsyncEnumerable();
}
