using System.Globalization;
using Kinerja.Application.Events;
using Kinerja.Application.Presence.Reviews;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>
/// In the order of ids, with a tag that changes with every write; batches write from several threads.
/// </summary>
internal sealed class FakeReviews(FakeOutbox outbox) : IReviews
{
    private int _writes;

    internal SortedDictionary<string, Tagged<Review>> Rows { get; } = new(StringComparer.Ordinal);

    public Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel)
    {
        lock (Rows)
        {
            return Task.FromResult(Rows.GetValueOrDefault($"{agency}_{id}"));
        }
    }

    public IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Rows.Values.Where(r => r.Value.AgencyId == agency && r.Value.Month == month).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel) =>
        ListAsync(agency, month, cancel).Select(r => r.Value).Where(r => range.Contains(r.EmployeeId));

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel) =>
        ListAsync(agency, month, cancel).Select(r => r.Value).Where(r => r.EmployeeId == employee);

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel) => Rows.Values
            .Select(r => r.Value)
            .Where(r => r.AgencyId == agency && r.RaterId == rater && r.State == state)
            .Where(r => after is null || string.CompareOrdinal(r.Id.ToString(), after.ToString()) > 0)
            .ToList().ToAsyncEnumerable();

    public Task<bool> PutAsync(
        Review review, Tagged<Review>? standing, IReadOnlyCollection<OutgoingEvent> news, CancellationToken cancel)
    {
        var key = $"{review.AgencyId}_{review.Id}";
        lock (Rows)
        {
            if (Rows.GetValueOrDefault(key)?.Tag != standing?.Tag)
            {
                return Task.FromResult(false);
            }

            Rows[key] = new(review, (++_writes).ToString(CultureInfo.InvariantCulture));
            outbox.AddAll(news);
            return Task.FromResult(true);
        }
    }
}
