using Kinerja.Application.Json;
using Kinerja.Application.WorkPlans;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using Kinerja.Domain.WorkPlans;
using NodaTime.Text;

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
    public Result<FeedbackCommand> Read()
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
        return fields.Finish(() => new FeedbackCommand(
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

        return Guide is null ? null : fields.Whole("guide", Guide, 1, BehaviourGuides.PerValue);
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

public sealed record FeedbackResponse(
    string Id,
    string GiverId,
    string ReceiverId,
    string Role,
    string Subject,
    string? Level,
    string Words,
    string Period,
    string ReceivedAt,
    bool Replayed,
    int? Guide,
    string? PlanFrom,
    string? ResultId,
    IReadOnlyList<EvidenceRequest>? Evidence)
{
    public static FeedbackResponse Of(FeedbackNote note, bool replayed) => new(
        note.Id.ToString(),
        note.GiverId.ToString(),
        note.ReceiverId.ToString(),
        JsonFormat.Name(note.Role),
        JsonFormat.Name(note.Subject),
        note.Level is { } level ? JsonFormat.Name(level) : null,
        note.Words,
        note.Quarter.ToString(),
        InstantPattern.ExtendedIso.Format(note.ReceivedAt),
        replayed,
        note.Guide,
        note.Row is { } row ? LocalDatePattern.Iso.Format(row.PlanFrom) : null,
        note.Row?.ResultId.ToString(),
        note.Evidence.Count > 0 ? [.. note.Evidence.Select(EvidenceRequest.Of)] : null);
}

public sealed record FeedbackListResponse(IReadOnlyList<FeedbackResponse> Feedback);
