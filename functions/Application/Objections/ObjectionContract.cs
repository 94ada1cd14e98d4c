using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Evidence is where it is: links or hashes, never the document itself.</summary>
public sealed record ObjectionRequest(string? Id, string? Reason, IReadOnlyList<string?>? Evidence)
{
    private const int MostEvidence = 20;

    public Result<ObjectionCommand> Read(AgencyId agency, AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var reason = fields.Text("reason", Reason, 4000);
        if (Evidence?.Count > MostEvidence)
        {
            fields.Add("evidence", $"At most {MostEvidence} links are taken.");
        }

        var evidence = (Evidence ?? []).Take(MostEvidence).Select((link, i) => fields.Text($"evidence/{i}", link, 500))
            .ToList();
        return fields.Finish(
            () => new ObjectionCommand(id!.Value, agency, period, employee, reason!, [.. evidence.OfType<string>()]));
    }
}

public sealed record StatementRequest(string? ById, string? Words)
{
    public Result<StatementCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("byId", p => EmployeeId.Parse(ById, p));
        var words = fields.Text("words", Words, 4000);
        return fields.Finish(() => new StatementCommand(by!.Value, words!));
    }
}

public sealed record RevisedRatingRequest(
    string? Result, string? Behaviour, decimal? SkpScore, decimal? BehaviourScore, NewIdeaRequest? NewIdea)
{
    internal Result<RevisedRating> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var result = fields.Enum<ExpectationLevel>("result", Result);
        var behaviour = fields.Enum<ExpectationLevel>("behaviour", Behaviour);
        var skp = fields.Score("skpScore", SkpScore);
        var score = fields.Score("behaviourScore", BehaviourScore);
        var idea = NewIdea is null ? null : fields.Part(NewIdea.Read($"{prefix}/newIdea"));
        return fields.Finish(
            () => new RevisedRating(result!.Value, behaviour!.Value, skp!.Value, score!.Value) { NewIdea = idea });
    }
}

/// <summary>With a revised rating the result is changed, without one it is kept.</summary>
public sealed record RulingRequest(string? DecidedById, RevisedRatingRequest? Revised, string? Reason)
{
    public Result<RulingCommand> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var revised = Revised is null ? null : fields.Part(Revised.Read("/revised"));
        var reason = fields.Text("reason", Reason, 4000);
        return fields.Finish(() => new RulingCommand(by!.Value, revised, reason!));
    }
}

public sealed record StatementResponse(string ById, string Words, string At)
{
    internal static StatementResponse? Of(Statement? statement) => statement is null
        ? null
        : new(statement.By.ToString(), statement.Words, InstantPattern.ExtendedIso.Format(statement.At));
}

public sealed record RevisedRatingResponse(
    string Result, string Behaviour, decimal SkpScore, decimal BehaviourScore, NewIdeaRequest? NewIdea);

public sealed record RulingResponse(string DecidedById, RevisedRatingResponse? Revised, string Reason, string At)
{
    internal static RulingResponse? Of(Ruling? ruling) => ruling is null
        ? null
        : new(
            ruling.By.ToString(),
            ruling.Revised is { } revised
                ? new RevisedRatingResponse(
                    JsonFormat.Name(revised.Result),
                    JsonFormat.Name(revised.Behaviour),
                    revised.Skp.Hundredths / 100m,
                    revised.BehaviourScore.Hundredths / 100m,
                    NewIdeaRequest.Of(revised.NewIdea))
                : null,
            ruling.Reason,
            InstantPattern.ExtendedIso.Format(ruling.At));
}

/// <summary>The time to decide is over: since when that is known, and to whom it was told.</summary>
public sealed record EscalationResponse(string Since, string? ToId);

public sealed record ObjectionResponse(
    string Id,
    string EmployeeId,
    string Period,
    int Revision,
    string Reason,
    IReadOnlyList<string> Evidence,
    string RaterId,
    string SuperiorId,
    string? DeemedOn,
    string? ReceivedAt,
    string FiledAt,
    string DecideBy,
    string? PassesOn,
    string? HearBy,
    IReadOnlyList<int>? UncoveredYears,
    string? HearingLapsedAt,
    EscalationResponse? Overdue,
    string Policy,
    string State,
    StatementResponse? OfPerson,
    StatementResponse? OfRater,
    RulingResponse? Ruling,
    int? AppliedInRevision,
    bool Replayed)
{
    public static ObjectionResponse Of(Objection objection, bool replayed) => new(
        objection.Claim.Id.ToString(),
        objection.Claim.EmployeeId.ToString(),
        objection.Claim.Period.ToString(),
        objection.Revision,
        objection.Claim.Reason,
        objection.Claim.Evidence,
        objection.RaterId.ToString(),
        objection.SuperiorId.ToString(),
        objection.DeemedOn is { } deemed ? LocalDatePattern.Iso.Format(deemed) : null,
        objection.ReceivedAt is { } received ? InstantPattern.ExtendedIso.Format(received) : null,
        InstantPattern.ExtendedIso.Format(objection.FiledAt),
        LocalDatePattern.Iso.Format(objection.DecideBy),
        objection.PassesOn is { } passes ? LocalDatePattern.Iso.Format(passes) : null,
        objection.HearBy is { } hear ? LocalDatePattern.Iso.Format(hear) : null,
        objection.UncoveredYears is { Count: > 0 } years ? years : null,
        objection.HearingLapsedAt is { } lapsed ? InstantPattern.ExtendedIso.Format(lapsed) : null,
        objection.Overdue is { } overdue
            ? new EscalationResponse(InstantPattern.ExtendedIso.Format(overdue.At), overdue.To?.ToString())
            : null,
        objection.PolicyVersion,
        JsonFormat.Name(objection.State),
        StatementResponse.Of(objection.OfPerson),
        StatementResponse.Of(objection.OfRater),
        RulingResponse.Of(objection.Ruling),
        objection.AppliedIn,
        replayed);
}

public sealed record ObjectionListResponse(IReadOnlyList<ObjectionResponse> Objections)
{
    public static ObjectionListResponse Of(IReadOnlyList<Objection> objections) =>
        new([.. objections.Select(o => ObjectionResponse.Of(o, replayed: true))]);
}
