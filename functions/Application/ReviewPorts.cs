using Kinerja.Domain;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;

namespace Kinerja.Application;

public interface IReviews
{
    Task<Tagged<Review>?> FindAsync(AgencyId agency, ReviewId id, CancellationToken cancel);

    /// <summary>Everybody's of one month; a rejected one's check-ins do not count in it.</summary>
    IAsyncEnumerable<Tagged<Review>> ListAsync(AgencyId agency, YearMonth month, CancellationToken cancel);

    /// <summary>A superior's, in the order of ids, from the first after <paramref name="after"/>.</summary>
    IAsyncEnumerable<Review> ListAsync(
        AgencyId agency, EmployeeId rater, ReviewState state, ReviewId? after, CancellationToken cancel);

    /// <summary>Writes a first version and what is to be told of it; false when it is there already.</summary>
    Task<bool> AddAsync(Review review, OutgoingEvent news, CancellationToken cancel);

    /// <summary>Writes the next version; false when somebody else wrote meanwhile.</summary>
    Task<bool> ReplaceAsync(Review review, string tag, CancellationToken cancel);
}
