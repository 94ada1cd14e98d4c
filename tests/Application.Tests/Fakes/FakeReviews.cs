using System.Globalization;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Tests.Fakes;

/// <summary>In the order of ids, with a tag that changes with every write.</summary>
internal sealed class FakeReviews(FakeOutbox outbox) : IReviews
{
    private int _writes;

    internal SortedDictionary<string, Tagged<Review>> Rows { get; } = new(StringComparer.Ordinal);

    public Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel) =>
        Task.FromResult(Rows.GetValueOrDefault($"{agency}_{id}"));

    public IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel) =>
        Rows.Values.Where(r => r.Value.AgencyId == agency && r.Value.Month == month).ToList().ToAsyncEnumerable();

    public IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel) => Rows.Values
            .Select(r => r.Value)
            .Where(r => r.AgencyId == agency && r.RaterId == rater && r.State == state)
            .Where(r => after is null || string.CompareOrdinal(r.Id.ToString(), after.ToString()) > 0)
            .ToList().ToAsyncEnumerable();

    public async Task<bool> AddAsync(Review review, OutgoingEvent news, CancellationToken cancel)
    {
        var added = await PutAsync(review, null);
        outbox.Add(added ? news : null);
        return added;
    }

    public Task<bool> ReplaceAsync(Review review, string tag, CancellationToken cancel) => PutAsync(review, tag);

    private Task<bool> PutAsync(Review review, string? tag)
    {
        var key = $"{review.AgencyId}_{review.Id}";
        if (Rows.GetValueOrDefault(key)?.Tag != tag)
        {
            return Task.FromResult(false);
        }

        Rows[key] = new(review, (++_writes).ToString(CultureInfo.InvariantCulture));
        return Task.FromResult(true);
    }
}
