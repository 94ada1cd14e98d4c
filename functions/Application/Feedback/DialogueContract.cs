using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

public sealed record AgreedActionRequest(
    string? Id, string? Words, string? ById, string? DueOn, string? State, string? Outcome)
{
    public static AgreedActionRequest Of(AgreedAction action) => new(
        action.Id.ToString(),
        action.Words,
        action.ById.ToString(),
        LocalDatePattern.Iso.Format(action.DueOn),
        JsonFormat.Name(action.State),
        action.Outcome);

    internal static Result<AgreedAction> Read(AgreedActionRequest body, string at)
    {
        var fields = new FieldReader(at);
        var id = fields.Take("id", p => ClientId.Parse(body.Id, p));
        var words = fields.Text("words", body.Words, 500);
        var by = fields.Take("byId", p => EmployeeId.Parse(body.ById, p));
        var due = fields.Day("dueOn", body.DueOn);
        var state = body.State is null ? ActionState.Open : fields.Enum<ActionState>("state", body.State);
        var outcome = fields.OptionalText("outcome", body.Outcome, 500);
        return fields.Finish(() => new AgreedAction(id!.Value, words!, by!.Value, due!.Value, state!.Value, outcome));
    }
}

/// <summary>The whole dialogue; an action's state left out is open.</summary>
public sealed record DialogueRequest(
    string? LeaderId,
    string? WrittenById,
    string? Period,
    string? HeldOn,
    string? Purpose,
    string? Achievement,
    string? Obstacles,
    IReadOnlyList<AgreedActionRequest?>? Actions)
{
    private const int MostActions = 20;

    public Result<DialogueCommand> Read(EmployeeId employee, ClientId id)
    {
        var fields = new FieldReader();
        var leader = fields.Take("leaderId", p => EmployeeId.Parse(LeaderId, p));
        var writer = fields.Take("writtenById", p => EmployeeId.Parse(WrittenById, p));
        var period = fields.Take("period", p => AppraisalPeriod.Parse(Period, p));
        var held = fields.Day("heldOn", HeldOn);
        var purpose = fields.Enum<DialoguePurpose>("purpose", Purpose);
        var achievement = fields.Text("achievement", Achievement, 2000);
        var obstacles = fields.OptionalText("obstacles", Obstacles, 2000);
        var actions = fields.Each("actions", Actions, MostActions, AgreedActionRequest.Read);
        return fields.Finish(() => new DialogueCommand(
            id,
            employee,
            leader!.Value,
            writer!.Value,
            new DialogueContent(period!.Value, held!.Value, purpose!.Value, achievement!, obstacles, actions)));
    }
}

public sealed record DialogueResponse(
    string Id,
    string EmployeeId,
    string LeaderId,
    string Period,
    string HeldOn,
    string Purpose,
    string Achievement,
    string? Obstacles,
    IReadOnlyList<AgreedActionRequest> Actions,
    string WrittenById,
    string WrittenAt,
    int Version)
{
    public static DialogueResponse Of(DialogueNote dialogue) => new(
        dialogue.Id.ToString(),
        dialogue.EmployeeId.ToString(),
        dialogue.LeaderId.ToString(),
        dialogue.Content.Period.ToString(),
        LocalDatePattern.Iso.Format(dialogue.Content.HeldOn),
        JsonFormat.Name(dialogue.Content.Purpose),
        dialogue.Content.Achievement,
        dialogue.Content.Obstacles,
        [.. dialogue.Content.Actions.Select(AgreedActionRequest.Of)],
        dialogue.WrittenById.ToString(),
        InstantPattern.ExtendedIso.Format(dialogue.WrittenAt),
        dialogue.Version);
}

public sealed record DialogueListResponse(IReadOnlyList<DialogueResponse> Dialogues)
{
    public static DialogueListResponse Of(IReadOnlyList<DialogueNote> dialogues) =>
        new([.. dialogues.Select(DialogueResponse.Of)]);
}

public sealed record OverdueActionResponse(
    string EmployeeId, string DialogueId, string HeldOn, AgreedActionRequest Action);

public sealed record OverdueActionListResponse(IReadOnlyList<OverdueActionResponse> Overdue)
{
    public static OverdueActionListResponse Of(IReadOnlyList<OverdueAction> overdue) =>
        new([.. overdue.Select(o => new OverdueActionResponse(
        o.Dialogue.EmployeeId.ToString(),
        o.Dialogue.Id.ToString(),
        LocalDatePattern.Iso.Format(o.Dialogue.Content.HeldOn),
        AgreedActionRequest.Of(o.Action)))]);
}
