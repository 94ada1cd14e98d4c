using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Presence.Reviews;
using NodaTime;
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

public sealed record EvidenceResponse(LocalDate Date, IReadOnlyList<ClientId> CheckIns, string En, string Id);

public sealed record ReviewStepResponse(ReviewState Decision, EmployeeId DecidedById, string Reason, Instant At);

public readonly struct ReviewResponse(Review review)
{
    public ReviewId Id => review.Id;
    public EmployeeId EmployeeId => review.EmployeeId;
    public EmployeeId? RaterId => review.RaterId;
    public SignalKind Signal => review.Signal;
    public YearMonth Month => review.Month;
    public ReviewState State => review.State;
    public Instant OpenedAt => review.OpenedAt;
    public string Policy => review.PolicyVersion;
    public IReadOnlyList<EvidenceResponse> Evidence => [.. review.Evidence.Select(EvidenceOf)];
    public IReadOnlyList<ReviewStepResponse> Trail => [.. review.Trail.Select(StepOf)];

    public static ReviewResponse Of(Review review) => new(review);

    private static EvidenceResponse EvidenceOf(Evidence evidence)
    {
        var (english, indonesian) = SignalTexts.Of(evidence);
        return new(
            evidence.Date, evidence.CheckIns, english, indonesian);
    }

    private static ReviewStepResponse StepOf(ReviewDecision decision) =>
        new(decision.Outcome, decision.DecidedBy, decision.Reason, decision.At);
}

public sealed record ReviewListResponse(IReadOnlyList<ReviewResponse> Reviews, ReviewId? Next)
{
    public static ReviewListResponse Of(ReviewPage page) =>
        new([.. page.Reviews.Select(ReviewResponse.Of)], page.Next);
}
