using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.FlexibleWork;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.FlexibleWork;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>Each write gives the row a new tag; a write with an old one is refused.</summary>
internal sealed class FakeEntitlements(FakeOutbox outbox) : IEntitlements
{
    private int _writes;

    internal Dictionary<(AgencyId, EmployeeId, EntitlementKind, LocalDate), Tagged<Entitlement>> Rows { get; } = [];

    public Task<Tagged<Entitlement>?> FindAsync(
        AgencyId agency,
        EmployeeId employee,
        EntitlementKind kind,
        LocalDate from,
        CancellationToken cancel) => Task.FromResult(Rows.GetValueOrDefault((agency, employee, kind, from)));

    public Task<bool> PutAsync(
        AgencyId agency, Entitlement entitlement, string? tag, OutgoingEvent news, CancellationToken cancel)
    {
        var key = (agency, entitlement.EmployeeId, entitlement.Kind, entitlement.From);
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new(entitlement, (++_writes).ToString(CultureInfo.InvariantCulture));
        outbox.Add(news);
        return Task.FromResult(true);
    }

    public Task<bool> ReplaceAsync(
        AgencyId agency, Entitlement entitlement, string tag, CancellationToken cancel)
    {
        var key = (agency, entitlement.EmployeeId, entitlement.Kind, entitlement.From);
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new(entitlement, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<Entitlement>> ListAsync(AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Entitlement>>(
            [.. Rows.Where(r => r.Key.Item1 == agency && r.Key.Item2 == employee).Select(r => r.Value.Value)]);

    public IAsyncEnumerable<Entitlement> ListAsync(AgencyId agency, HashRange range, CancellationToken cancel) =>
        Rows.Where(r => r.Key.Item1 == agency && range.Contains(r.Key.Item2)).Select(r => r.Value.Value)
            .InKeyOrder(e => e.EmployeeId).ToAsyncEnumerable();
}
