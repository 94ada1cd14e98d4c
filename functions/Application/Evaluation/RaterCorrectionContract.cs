using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Evaluation.Distribution;
using NodaTime.Text;

namespace Kinerja.Application.Evaluation;

public sealed record RaterCorrectionBody(string? RaterId, string? CorrectedById, string? Reason)
{
    public Result<RaterCorrectionClaim> Read(AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var rater = fields.Take("raterId", p => EmployeeId.Parse(RaterId, p));
        var by = fields.Take("correctedById", p => EmployeeId.Parse(CorrectedById, p));
        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => new RaterCorrectionClaim(period, employee, rater!.Value, by!.Value, reason!));
    }
}

/// <summary>Who the rater is by now, and the rating as it stands; without one nobody has rated.</summary>
public sealed record RaterCorrectionAnswer(string EmployeeId, string Period, string RaterId, RatingAnswer? Rating)
{
    public static RaterCorrectionAnswer Of(CorrectedRater corrected) => new(
        corrected.Employee.Id.ToString(),
        corrected.Period.ToString(),
        corrected.Employee.RaterId.ToString()!,
        corrected.Rating is { } rating ? RatingAnswer.Of(rating) : null);
}

/// <summary>Why a rating counts no longer, and who is to rate instead.</summary>
public sealed record RatingVoidAnswer(string RightRaterId, string ById, string Reason, string At)
{
    internal static RatingVoidAnswer Of(RatingVoid voided) => new(
        voided.RightRaterId.ToString(), voided.ById.ToString(), voided.Reason, InstantPattern.ExtendedIso.Format(voided.At));
}

public sealed record RatingListAnswer(IReadOnlyList<RatingAnswer> Versions)
{
    public static RatingListAnswer Of(IReadOnlyList<Rating> versions) => new([.. versions.Select(RatingAnswer.Of)]);
}
