using Kinerja.Application.Events;
using Kinerja.Application.Tables;
using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application.Presence.Reviews;

public interface IReviews
{
    Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel);

    /// <summary>Everybody's of one month, for the sweep that adds to them.</summary>
    IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>Some people's of one month, for the fold: a rejected one's check-ins do not count in it.</summary>
    IAsyncEnumerable<Review> ListAsync(AgencyId agency, YearMonth month, HashRange range, CancellationToken cancel);

    IAsyncEnumerable<Review> ListAsync(AgencyId agency, YearMonth month, EmployeeId employee, CancellationToken cancel);

    /// <summary>A superior's, in the order of ids, from the first after <paramref name="after"/>.</summary>
    IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel);

    /// <summary>
    /// Writes the first version (standing null) or the next one, with what is to be told of it; false when somebody
    /// else wrote meanwhile, and then nothing is told.
    /// </summary>
    Task<bool> PutAsync(
        Review review, Tagged<Review>? standing, IReadOnlyCollection<OutgoingEvent> news,
        CancellationToken cancel);
}
