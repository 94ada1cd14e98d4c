using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Feedback;
using NodaTime.Text;

namespace Kinerja.Application.Contracts;

public sealed record FeedbackBody(
    string? Id,
    string? AgencyId,
    string? GiverId,
    string? ReceiverId,
    string? Role,
    string? Subject,
    string? Level,
    string? Words)
{
    public Result<FeedbackClaim> Read()
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
        return fields.Finish(() => new FeedbackClaim(
            id!.Value, agency!.Value, giver!.Value, receiver!.Value, role!.Value, subject!.Value, level, words!));
    }
}

public sealed record FeedbackAnswer(
    string Id,
    string GiverId,
    string ReceiverId,
    string Role,
    string Subject,
    string? Level,
    string Words,
    string Period,
    string ReceivedAt,
    bool Replayed)
{
    public static FeedbackAnswer Of(FeedbackNote note, bool replayed) => new(
        note.Id.ToString(),
        note.GiverId.ToString(),
        note.ReceiverId.ToString(),
        JsonFormat.Name(note.Role),
        JsonFormat.Name(note.Subject),
        note.Level is { } level ? JsonFormat.Name(level) : null,
        note.Words,
        note.Quarter.ToString(),
        InstantPattern.ExtendedIso.Format(note.ReceivedAt),
        replayed);
}

public sealed record FeedbackListAnswer(IReadOnlyList<FeedbackAnswer> Feedback);
