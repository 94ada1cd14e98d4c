using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Evaluation;
using Kinerja.Domain.Objections;
using NodaTime;
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
    public Result<Statement> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("byId", p => EmployeeId.Parse(ById, p));
        var words = fields.Text("words", Words, 4000);
        return fields.Finish(() => new Statement(by!.Value, words!));
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
    public Result<Ruling> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var revised = Revised is null ? null : fields.Part(Revised.Read("/revised"));
        var reason = fields.Text("reason", Reason, 4000);
        return fields.Finish(() => new Ruling(by!.Value, revised, reason!));
    }
}

public readonly struct StatementResponse(Statement statement)
{
    public EmployeeId ById => statement.By;
    public string Words => statement.Words;
    public Instant At => statement.At;

    internal static StatementResponse? Of(Statement? statement) =>
        statement is null ? null : new StatementResponse(statement);
}

public readonly struct RulingResponse(Ruling ruling)
{
    public EmployeeId DecidedById => ruling.By;
    public RevisedRating? Revised => ruling.Revised;
    public string Reason => ruling.Reason;
    public Instant At => ruling.At;

    internal static RulingResponse? Of(Ruling? ruling) => ruling is null ? null : new RulingResponse(ruling);
}

public readonly struct ObjectionResponse(Objection objection, bool replayed)
{
    public ClientId Id => objection.Claim.Id;
    public EmployeeId EmployeeId => objection.Claim.EmployeeId;
    public AppraisalPeriod Period => objection.Claim.Period;
    public int Revision => objection.Revision;
    public string Reason => objection.Claim.Reason;
    public IReadOnlyList<string> Evidence => objection.Claim.Evidence;
    public EmployeeId RaterId => objection.RaterId;
    public EmployeeId SuperiorId => objection.SuperiorId;
    public LocalDate? DeemedOn => objection.DeemedOn;
    public Instant? ReceivedAt => objection.ReceivedAt;
    public Instant FiledAt => objection.FiledAt;
    public LocalDate DecideBy => objection.DecideBy;
    public LocalDate? PassesOn => objection.PassesOn;
    public LocalDate? HearBy => objection.HearBy;
    public IReadOnlyList<int>? UncoveredYears => objection.UncoveredYears is { Count: > 0 } years ? years : null;
    public Instant? HearingLapsedAt => objection.HearingLapsedAt;
    public Escalation? Overdue => objection.Overdue;
    public string Policy => objection.PolicyVersion;
    public ObjectionState State => objection.State;
    public StatementResponse? OfPerson => StatementResponse.Of(objection.OfPerson);
    public StatementResponse? OfRater => StatementResponse.Of(objection.OfRater);
    public RulingResponse? Ruling => RulingResponse.Of(objection.Ruling);
    public int? AppliedInRevision => objection.AppliedIn;
    public bool Replayed => replayed;

    public static ObjectionResponse Of(Objection objection, bool replayed) => new(objection, replayed);
}

public sealed record ObjectionListResponse(IReadOnlyList<ObjectionResponse> Objections)
{
    public static ObjectionListResponse Of(IReadOnlyList<Objection> objections) =>
        new([.. objections.Select(o => ObjectionResponse.Of(o, replayed: true))]);
}
