using System.Globalization;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeDelegations : IDelegations
{
    internal List<(AgencyId Agency, Delegation Version)> Rows { get; } = [];

    /// <summary>Runs once before the next write: somebody who is faster.</summary>
    internal Action? FasterWriter { get; set; }

    public async Task<Tagged<Delegation>?> FindAsync(
        AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel) =>
        (await ListVersionsAsync(agency, rater, from, cancel)) is { Count: > 0 } versions
            ? new(versions[^1], versions.Count.ToString(CultureInfo.InvariantCulture))
            : null;

    public Task<IReadOnlyList<Delegation>> ListAsync(AgencyId agency, EmployeeId rater, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Delegation>>(
            [.. Of(agency, rater).GroupBy(d => d.From).OrderBy(g => g.Key).Select(g => g.MaxBy(d => d.Version)!)]);

    public IAsyncEnumerable<Delegation> ListAsync(AgencyId agency, CancellationToken cancel) => Rows
        .Where(row => row.Agency == agency).Select(row => row.Version).GroupBy(d => (d.RaterId, d.From))
        .Select(g => g.MaxBy(d => d.Version)!).ToList().ToAsyncEnumerable();

    public Task<IReadOnlyList<Delegation>> ListVersionsAsync(
        AgencyId agency, EmployeeId rater, LocalDate from, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Delegation>>(
            [.. Of(agency, rater).Where(d => d.From == from).OrderBy(d => d.Version)]);

    public async Task<bool> AddVersionAsync(
        AgencyId agency, Delegation delegation, string? tag, CancellationToken cancel)
    {
        var first = FasterWriter;
        FasterWriter = null;
        first?.Invoke();
        if ((await FindAsync(agency, delegation.RaterId, delegation.From, cancel))?.Tag != tag)
        {
            return false;
        }

        Rows.Add((agency, delegation));
        return true;
    }

    private IEnumerable<Delegation> Of(AgencyId agency, EmployeeId rater) =>
        Rows.Where(r => r.Agency == agency && r.Version.RaterId == rater).Select(r => r.Version);
}
