using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Feedback;
using NodaTime;

namespace Kinerja.Application.Feedback;

public sealed record CoachingAimRequest(string? Id, string? Words, int? Step, string? Reason)
{
    internal static Result<CoachingAim> Read(CoachingAimRequest body, string at)
    {
        var fields = new FieldReader(at);
        var id = fields.Take("id", p => ClientId.Parse(body.Id, p));
        var words = fields.Text("words", body.Words, 300);
        var step = fields.Whole("step", body.Step, 1, 5);
        var reason = fields.Text("reason", body.Reason, 500);
        return fields.Finish(() => new CoachingAim(id!.Value, words!, step!.Value, reason!));
    }
}

public sealed record CoachingRequest(
    string? CoachId, string? Period, string? HeldOn, string? Topic, IReadOnlyList<CoachingAimRequest?>? Aims)
{
    private const int MostAims = 10;

    public Result<CoachingCommand> Read(EmployeeId employee, ClientId id)
    {
        var fields = new FieldReader();
        var coach = fields.Take("coachId", p => EmployeeId.Parse(CoachId, p));
        var period = fields.Take("period", p => AppraisalPeriod.Parse(Period, p));
        var held = fields.Day("heldOn", HeldOn);
        var topic = fields.Text("topic", Topic, 2000);
        var aims = fields.Each("aims", Aims, MostAims, CoachingAimRequest.Read);
        if (Aims is not { Count: > 0 })
        {
            fields.Add("aims", $"1 to {MostAims} aims are expected.");
        }

        return fields.Finish(() => new CoachingCommand(
            id, employee, coach!.Value, new CoachingContent(period!.Value, held!.Value, topic!, aims)));
    }
}

public sealed record CriterionRequest(string? Criterion, int? Step)
{
    internal static Result<CriterionStep> Read(CriterionRequest body, string at)
    {
        var fields = new FieldReader(at);
        var name = fields.Text("criterion", body.Criterion, 200);
        var step = fields.Whole("step", body.Step, 1, 5);
        return fields.Finish(() => new CriterionStep(name!, step!.Value));
    }
}

public sealed record CoachingRatingRequest(IReadOnlyList<CriterionRequest?>? Criteria, string? Remark)
{
    private const int MostCriteria = 9;

    public Result<SessionRatingCommand> Read()
    {
        var fields = new FieldReader();
        var criteria = fields.Each("criteria", Criteria, MostCriteria, CriterionRequest.Read);
        if (Criteria is not { Count: > 0 } || criteria.DistinctBy(c => c.Criterion).Count() < criteria.Count)
        {
            fields.Add("criteria", $"1 to {MostCriteria} criteria are expected, each once.");
        }

        var remark = fields.OptionalText("remark", Remark, 1000);
        return fields.Finish(() => new SessionRatingCommand(criteria, remark));
    }
}

public sealed record CoachingViewRequest(string? ById, string? Words)
{
    public Result<SuperiorViewCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("byId", p => EmployeeId.Parse(ById, p));
        var words = fields.Text("words", Words, 2000);
        return fields.Finish(() => new SuperiorViewCommand(by!.Value, words!));
    }
}

public sealed record CoachingRatingResponse(
    IReadOnlyList<CriterionStep> Criteria, decimal Mean, string? Remark, Instant At);

public sealed record CoachingViewResponse(EmployeeId ById, string Words, Instant At);

/// <summary>The rating is left out for the coach.</summary>
public readonly struct CoachingResponse(CoachingSession session, EmployeeId? reader)
{
    public ClientId Id => session.Id;
    public EmployeeId EmployeeId => session.EmployeeId;
    public EmployeeId CoachId => session.CoachId;
    public AppraisalPeriod Period => session.Content.Period;
    public LocalDate HeldOn => session.Content.HeldOn;
    public string Topic => session.Content.Topic;
    public IReadOnlyList<CoachingAim> Aims => session.Content.Aims;
    public CoachingRatingResponse? Rating => session.Rating is { } rating && reader != session.CoachId
        ? new(rating.Criteria, rating.Mean, rating.Remark, rating.At)
        : null;
    public CoachingViewResponse? View =>
        session.View is { } view ? new CoachingViewResponse(view.ById, view.Words, view.At) : null;
    public Instant WrittenAt => session.WrittenAt;
    public int Version => session.Version;
}

public sealed record CoachingListResponse(IReadOnlyList<CoachingResponse> Sessions)
{
    public static CoachingListResponse Of(IReadOnlyList<CoachingSession> sessions, EmployeeId? reader) =>
        new([.. sessions.Select(one => new CoachingResponse(one, reader))]);
}

public sealed record CoachingProgressListResponse(IReadOnlyList<CoachingProgress> People);
