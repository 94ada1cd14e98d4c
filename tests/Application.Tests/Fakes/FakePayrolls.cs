using System.Globalization;
using Kinerja.Application.Presence.Attendance;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Attendance;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakePayrolls : IPayrolls
{
    private int _writes;

    internal SortedDictionary<string, Tagged<PayrollClose>> Closes { get; } = new(StringComparer.Ordinal);

    internal Dictionary<(AgencyId, YearMonth, EmployeeId, YearMonth), SettledStatement> Statements { get; } = [];

    /// <summary>After so many more writes of statements the store stops answering, once.</summary>
    internal int? FailsAfter { get; set; }

    public Task<Tagged<PayrollClose>?> FindAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Task.FromResult(Closes.GetValueOrDefault($"{agency}_{month}"));

    public IAsyncEnumerable<PayrollClose> ListAsync(AgencyId agency, CancellationToken cancel) =>
        Closes.Values.Select(c => c.Value).Where(c => c.AgencyId == agency).OrderBy(c => c.Month).ToList()
            .ToAsyncEnumerable();

    public Task<bool> AddAsync(PayrollClose close, CancellationToken cancel) =>
        Task.FromResult(Closes.TryAdd($"{close.AgencyId}_{close.Month}", new(close, Next())));

    public Task<bool> ReplaceAsync(PayrollClose close, string tag, CancellationToken cancel)
    {
        var key = $"{close.AgencyId}_{close.Month}";
        var same = Closes[key].Tag == tag;
        Closes[key] = same ? new(close, Next()) : Closes[key];
        return Task.FromResult(same);
    }

    public Task AddStatementsAsync(
        AgencyId agency, IReadOnlyCollection<SettledStatement> statements, CancellationToken cancel)
    {
        foreach (var one in statements)
        {
            if (FailsAfter-- == 0)
            {
                FailsAfter = null;
                throw new TimeoutException("The store does not answer.");
            }

            Statements.Add((agency, one.Month, one.EmployeeId, one.ClosedIn), one);
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<SettledStatement> ListStatementsAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        Statements.Where(s => (s.Key.Item1, s.Key.Item2) == (agency, month) && range.Contains(s.Key.Item3))
            .Select(s => s.Value).OrderBy(s => s.EmployeeId).ThenBy(s => s.ClosedIn).ToList().ToAsyncEnumerable();

    public Task<SettledStatement?> FindStatementAsync(
        AgencyId agency, EmployeeId employee, YearMonth month, CancellationToken cancel) =>
        Task.FromResult(Statements.GetValueOrDefault((agency, month, employee, month)));

    private string Next() => (++_writes).ToString(CultureInfo.InvariantCulture);
}
