using Kinerja.Application.Notices;
using Kinerja.Application.Tables;
using Kinerja.Application.Workforce;
using Kinerja.Domain;
using Kinerja.Domain.Workforce;

namespace Kinerja.Application.Tests.Fakes;

internal sealed class FakeMoves : IMoves
{
    internal SortedDictionary<(string Side, string Key), Move> Rows { get; } = [];

    /// <summary>What was told, each time; the real one sends events.</summary>
    internal List<MoveOfSide> Told { get; } = [];

    public Task<IReadOnlyList<Tagged<Move>>> ListAsync(
        AgencyId agency, EmployeeId employee, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyList<Tagged<Move>>>(
            [.. Of(agency).Where(r => r.Key.StartsWith(TableKeys.OfPerson(employee), StringComparison.Ordinal))
                .Select(r => new Tagged<Move>(r.Move, TagOf(r.Move)))]);

    public IAsyncEnumerable<Move> ListAsync(AgencyId agency, HashRange people, CancellationToken cancel) =>
        Of(agency).Select(r => r.Move)
            .Where(m => people.Contains(m.ToAgencyId == agency ? m.EmployeeId : m.FromEmployeeId))
            .ToAsyncEnumerable();

    public IAsyncEnumerable<(string Key, Move Move)> ListAsync(
        AgencyId agency, string? after, CancellationToken cancel) =>
        Of(agency).Where(r => string.CompareOrdinal(r.Key, after) > 0).ToAsyncEnumerable();

    public Task<bool> PutAsync(MoveOfSide next, string? tag, CancellationToken cancel)
    {
        lock (Rows)
        {
            var key = (next.Side.ToString(), MoveRows.Write(next.Side, next.Move).RowKey);
            if ((Rows.TryGetValue(key, out var known) ? TagOf(known) : null) != tag)
            {
                return Task.FromResult(false);
            }

            Rows[key] = next.Move;
            return Task.FromResult(true);
        }
    }

    public Task TellAsync(AgencyId side, IReadOnlyCollection<MoveOfSide> written, CancellationToken cancel)
    {
        Told.AddRange(written);
        return Task.CompletedTask;
    }

    private List<(string Key, Move Move)> Of(AgencyId agency)
    {
        lock (Rows)
        {
            return [.. Rows.Where(r => r.Key.Side == agency.ToString()).Select(r => (r.Key.Key, r.Value))];
        }
    }

    private static string TagOf(Move move) => $"v{move.Version}";
}
