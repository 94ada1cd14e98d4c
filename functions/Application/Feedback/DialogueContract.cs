using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation.Distribution;
using Kinerja.Domain.Feedback;
using NodaTime;
using NodaTime.Text;

namespace Kinerja.Application.Feedback;

public sealed record AgreedActionRequest(
    string? Id, string? Words, string? ById, string? DueOn, string? State, string? Outcome)
{

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

public readonly struct DialogueResponse(DialogueNote dialogue)
{
    public ClientId Id => dialogue.Id;
    public EmployeeId EmployeeId => dialogue.EmployeeId;
    public EmployeeId LeaderId => dialogue.LeaderId;
    public AppraisalPeriod Period => dialogue.Content.Period;
    public LocalDate HeldOn => dialogue.Content.HeldOn;
    public DialoguePurpose Purpose => dialogue.Content.Purpose;
    public string Achievement => dialogue.Content.Achievement;
    public string? Obstacles => dialogue.Content.Obstacles;
    public IReadOnlyList<AgreedAction> Actions => dialogue.Content.Actions;
    public EmployeeId WrittenById => dialogue.WrittenById;
    public Instant WrittenAt => dialogue.WrittenAt;
    public int Version => dialogue.Version;

    public static DialogueResponse Of(DialogueNote dialogue) => new(dialogue);
}

public sealed record DialogueListResponse(IReadOnlyList<DialogueResponse> Dialogues)
{
    public static DialogueListResponse Of(IReadOnlyList<DialogueNote> dialogues) =>
        new([.. dialogues.Select(DialogueResponse.Of)]);
}

public sealed record OverdueActionResponse(
    EmployeeId EmployeeId, ClientId DialogueId, LocalDate HeldOn, AgreedAction Action);

public sealed record OverdueActionListResponse(IReadOnlyList<OverdueActionResponse> Overdue)
{
    public static OverdueActionListResponse Of(IReadOnlyList<OverdueAction> overdue) =>
        new([.. overdue.Select(o => new OverdueActionResponse(
            o.Dialogue.EmployeeId, o.Dialogue.Id, o.Dialogue.Content.HeldOn, o.Action))]);
}
