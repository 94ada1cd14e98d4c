using Kinerja.Application.Json;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.WorkPlans;
using NodaTime;

namespace Kinerja.Application.Feedback;

/// <summary>
/// A guide (1 to 3) belongs to one of the seven values; planFrom and resultId, together, to the subject result. Both
/// may be left out.
/// </summary>
public sealed record FeedbackRequest(
    string? Id,
    string? AgencyId,
    string? GiverId,
    string? ReceiverId,
    string? Role,
    string? Subject,
    string? Level,
    string? Words,
    int? Guide = null,
    string? PlanFrom = null,
    string? ResultId = null,
    IReadOnlyList<EvidenceRequest?>? Evidence = null)
{
    public Result<SubmittedFeedback> Read()
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var agency = fields.Take("agencyId", p => Domain.AgencyId.Parse(AgencyId, p));
        var giver = fields.Take("giverId", p => EmployeeId.Parse(GiverId, p));
        var receiver = fields.Take("receiverId", p => EmployeeId.Parse(ReceiverId, p));
        var role = fields.Enum<GiverRole>("role", Role);
        var subject = fields.Enum<FeedbackSubject>("subject", Subject);
        var level = fields.OptionalEnum<ExpectationLevel>("level", Level);
        var words = fields.Text("words", Words, 2000);
        var guide = GuideOf(fields, subject);
        var row = RowOf(fields, subject);
        var evidence = fields.Each("evidence", Evidence, EvidenceRequest.Most, EvidenceRequest.Read);
        return fields.Finish(() => new SubmittedFeedback(
            id!.Value, agency!.Value, giver!.Value, receiver!.Value, role!.Value, subject!.Value, level, words!)
        {
            Guide = guide,
            Row = row,
            Evidence = evidence,
        });
    }

    private int? GuideOf(FieldReader fields, FeedbackSubject? subject)
    {
        if (Guide is not null && subject == FeedbackSubject.Result)
        {
            fields.Add("guide", "A guide belongs to one of the seven values.");
        }

        return fields.OptionalWhole("guide", Guide, 1, BehaviourGuides.PerValue);
    }

    private FeedbackRow? RowOf(FieldReader fields, FeedbackSubject? subject)
    {
        if (PlanFrom is null && ResultId is null)
        {
            return null;
        }

        var from = fields.Day("planFrom", PlanFrom);
        var id = fields.Take("resultId", p => PlanRowId.Parse(ResultId, p));
        if (subject is not (null or FeedbackSubject.Result))
        {
            fields.Add("resultId", "A row of the work plan belongs to the subject result.");
        }

        return from is { } plan && id is { } row ? new FeedbackRow(plan, row) : null;
    }
}

public readonly struct FeedbackResponse(FeedbackNote note, bool replayed)
{
    public ClientId Id => note.Claim.Id;
    public EmployeeId GiverId => note.Claim.GiverId;
    public EmployeeId ReceiverId => note.Claim.ReceiverId;
    public GiverRole Role => note.Claim.Role;
    public FeedbackSubject Subject => note.Claim.Subject;
    public ExpectationLevel? Level => note.Claim.Level;
    public string Words => note.Claim.Words;
    public Quarter Period => note.Quarter;
    public Instant ReceivedAt => note.ReceivedAt;
    public bool Replayed => replayed;
    public int? Guide => note.Claim.Guide;
    public LocalDate? PlanFrom => note.Claim.Row?.PlanFrom;
    public PlanRowId? ResultId => note.Claim.Row?.ResultId;
    public IReadOnlyList<EvidenceLink>? Evidence => note.Claim.Evidence.Count > 0 ? note.Claim.Evidence : null;

    public static FeedbackResponse Of(FeedbackNote note, bool replayed) => new(note, replayed);
}

public sealed record FeedbackListResponse(IReadOnlyList<FeedbackResponse> Feedback);
