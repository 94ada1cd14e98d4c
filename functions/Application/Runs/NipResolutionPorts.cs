using Kinerja.Domain;
using NodaTime;

namespace Kinerja.Application.Runs;

/// <summary>
/// That NIPs of an agency's people were given out: to whom, when, why, and whose. The numbers themselves stand in no
/// record.
/// </summary>
/// <param name="AgencyId">Whose people.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Actor">Who asked, with an agency of its own.</param>
/// <param name="Purpose">As it was stated.</param>
/// <param name="Period">In whose published result the people stand.</param>
/// <param name="Revision">The one that held then.</param>
/// <param name="Asked">Every id of the question.</param>
/// <param name="Given">How many NIPs the answer held.</param>
public sealed record NipResolution(
    AgencyId AgencyId, Instant At, Actor Actor, string Purpose, AppraisalPeriod Period, int Revision,
    IReadOnlyList<EmployeeId> Asked, int Given);

/// <summary>Every time that NIPs were given out.</summary>
public interface INipResolutions
{
    Task AddAsync(NipResolution resolution, CancellationToken cancel);

    /// <summary>The newest first.</summary>
    Task<ListPage<NipResolution>> PageAsync(AgencyId agency, string? after, int most, CancellationToken cancel);
}
