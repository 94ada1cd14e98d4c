using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime.Text;

namespace Kinerja.Application.Evaluation;

public sealed record RaterCorrectionRequest(string? RaterId, string? CorrectedById, string? Reason)
{
    public Result<RaterCorrectionCommand> Read(AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var rater = fields.Take("raterId", p => EmployeeId.Parse(RaterId, p));
        var by = fields.Take("correctedById", p => EmployeeId.Parse(CorrectedById, p));
        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => new RaterCorrectionCommand(period, employee, rater!.Value, by!.Value, reason!));
    }
}

/// <summary>Who the rater is by now, and the rating as it stands; without one nobody has rated.</summary>
public sealed record RaterCorrectionResponse(string EmployeeId, string Period, string RaterId, RatingResponse? Rating)
{
    public static RaterCorrectionResponse Of(CorrectedRater corrected) => new(
        corrected.Employee.Id.ToString(),
        corrected.Period.ToString(),
        corrected.Employee.RaterId.ToString()!,
        corrected.Rating is { } rating ? RatingResponse.Of(rating) : null);
}

/// <summary>Why a rating counts no longer, and who is to rate instead.</summary>
public sealed record RatingVoidResponse(string RightRaterId, string ById, string Reason, string At)
{
    internal static RatingVoidResponse Of(RatingVoid voided) => new(
        voided.RightRaterId.ToString(), voided.ById.ToString(), voided.Reason,
        InstantPattern.ExtendedIso.Format(voided.At));
}

public sealed record RatingListResponse(IReadOnlyList<RatingResponse> Versions)
{
    public static RatingListResponse Of(IReadOnlyList<Rating> versions) => new([.. versions.Select(RatingResponse.Of)]);
}
