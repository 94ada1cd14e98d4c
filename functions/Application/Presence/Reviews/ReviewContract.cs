using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Reviews;
using NodaTime.Text;

namespace Kinerja.Application.Presence.Reviews;

/// <summary>Who decides, accepted (the check-ins stand) or rejected (they do not), and why.</summary>
public sealed record ReviewDecisionRequest(string? DecidedById, string? Decision, string? Reason)
{
    public Result<ReviewVerdict> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var decision = fields.Enum<ReviewState>("decision", Decision);
        if (decision == ReviewState.Open)
        {
            fields.Add("decision", "One of accepted, rejected is expected.");
        }

        var reason = fields.Text("reason", Reason, 1000);
        return fields.Finish(() => new ReviewVerdict(by!.Value, decision!.Value, reason!));
    }
}

public sealed record EvidenceResponse(string Date, IReadOnlyList<string> CheckIns, string En, string Id);

public sealed record ReviewStepResponse(string Decision, string DecidedById, string Reason, string At);

public sealed record ReviewResponse(
    string Id,
    string EmployeeId,
    string? RaterId,
    string Signal,
    string Month,
    string State,
    string OpenedAt,
    string Policy,
    IReadOnlyList<EvidenceResponse> Evidence,
    IReadOnlyList<ReviewStepResponse> Trail)
{
    public static ReviewResponse Of(Review review) => new(
        review.Id.ToString(),
        review.EmployeeId.ToString(),
        review.RaterId?.ToString(),
        JsonFormat.Name(review.Signal),
        YearMonthPattern.Iso.Format(review.Month),
        JsonFormat.Name(review.State),
        InstantPattern.ExtendedIso.Format(review.OpenedAt),
        review.PolicyVersion,
        [.. review.Evidence.Select(EvidenceOf)],
        [.. review.Trail.Select(StepOf)]);

    private static EvidenceResponse EvidenceOf(Evidence evidence)
    {
        var (english, indonesian) = SignalTexts.Of(evidence);
        return new(
            LocalDatePattern.Iso.Format(evidence.Date), [.. evidence.CheckIns.Select(c => c.ToString())], english,
            indonesian);
    }

    private static ReviewStepResponse StepOf(ReviewDecision decision) => new(
        JsonFormat.Name(decision.Outcome),
        decision.DecidedBy.ToString(),
        decision.Reason,
        InstantPattern.ExtendedIso.Format(decision.At));
}

public sealed record ReviewListResponse(IReadOnlyList<ReviewResponse> Reviews, string? Next)
{
    public static ReviewListResponse Of(ReviewPage page) =>
        new([.. page.Reviews.Select(ReviewResponse.Of)], page.Next?.ToString());
}
