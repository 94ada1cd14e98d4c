using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime;

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
public readonly struct RaterCorrectionResponse(CorrectedRater corrected)
{
    public EmployeeId EmployeeId => corrected.Employee.Id;
    public AppraisalPeriod Period => corrected.Period;
    public EmployeeId RaterId => corrected.Employee.RaterId!.Value;
    public RatingResponse? Rating => corrected.Rating is { } rating ? RatingResponse.Of(rating) : null;

    public static RaterCorrectionResponse Of(CorrectedRater corrected) => new(corrected);
}

/// <summary>Why a rating counts no longer, and who is to rate instead.</summary>
public readonly struct RatingVoidResponse(RatingVoid voided)
{
    public EmployeeId RightRaterId => voided.RightRaterId;
    public EmployeeId ById => voided.ById;
    public string Reason => voided.Reason;
    public Instant At => voided.At;
}

public sealed record RatingListResponse(IReadOnlyList<RatingResponse> Versions)
{
    public static RatingListResponse Of(IReadOnlyList<Rating> versions) => new([.. versions.Select(RatingResponse.Of)]);
}
