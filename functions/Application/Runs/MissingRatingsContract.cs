using Kinerja.Domain;

namespace Kinerja.Application.Runs;

public sealed record UnratedPersonResponse(string EmployeeId, string? RaterId);

public sealed record MissingRatingsResponse(string Period, IReadOnlyList<UnratedPersonResponse> People)
{
    public static MissingRatingsResponse Of(AppraisalPeriod period, IReadOnlyList<UnratedPerson> unrated) => new(
        period.ToString(),
        [.. unrated.Select(one => new UnratedPersonResponse(one.EmployeeId.ToString(), one.RaterId?.ToString()))]);
}
