using Kinerja.Domain;

namespace Kinerja.Application.Runs;

public sealed record MissingRatingsResponse(AppraisalPeriod Period, IReadOnlyList<UnratedPerson> People)
{
    public static MissingRatingsResponse Of(AppraisalPeriod period, IReadOnlyList<UnratedPerson> unrated) =>
        new(period, unrated);
}
