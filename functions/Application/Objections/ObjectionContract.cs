using Kinerja.Application.Evaluation;
using Kinerja.Application.Json;
using Kinerja.Domain;
using Kinerja.Domain.Objections;
using NodaTime.Text;

namespace Kinerja.Application.Objections;

/// <summary>Evidence is where it is: links or hashes, never the document itself.</summary>
public sealed record ObjectionBody(string? Id, string? Reason, IReadOnlyList<string?>? Evidence)
{
    private const int MostEvidence = 20;

    public Result<ObjectionClaim> Read(AgencyId agency, AppraisalPeriod period, EmployeeId employee)
    {
        var fields = new FieldReader();
        var id = fields.Take("id", p => ClientId.Parse(Id, p));
        var reason = fields.Text("reason", Reason, 4000);
        if (Evidence?.Count > MostEvidence)
        {
            fields.Add("evidence", $"At most {MostEvidence} links are taken.");
        }

        var evidence = (Evidence ?? []).Take(MostEvidence).Select((link, i) => fields.Text($"evidence/{i}", link, 500)).ToList();
        return fields.Finish(() => new ObjectionClaim(id!.Value, agency, period, employee, reason!, [.. evidence.OfType<string>()]));
    }
}

public sealed record StatementBody(string? ById, string? Words)
{
    public Result<StatementClaim> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("byId", p => EmployeeId.Parse(ById, p));
        var words = fields.Text("words", Words, 4000);
        return fields.Finish(() => new StatementClaim(by!.Value, words!));
    }
}

public sealed record RevisedRatingBody(
    string? Result, string? Behaviour, decimal? SkpScore, decimal? BehaviourScore, NewIdeaBody? NewIdea)
{
    internal Result<RevisedRating> Read(string prefix)
    {
        var fields = new FieldReader(prefix);
        var result = fields.Enum<ExpectationLevel>("result", Result);
        var behaviour = fields.Enum<ExpectationLevel>("behaviour", Behaviour);
        var skp = fields.Score("skpScore", SkpScore);
        var score = fields.Score("behaviourScore", BehaviourScore);
        var idea = NewIdea is null ? null : fields.Part(NewIdea.Read($"{prefix}/newIdea"));
        return fields.Finish(() => new RevisedRating(result!.Value, behaviour!.Value, skp!.Value, score!.Value) { NewIdea = idea });
    }
}

/// <summary>With a revised rating the result is changed, without one it is kept.</summary>
public sealed record RulingBody(string? DecidedById, RevisedRatingBody? Revised, string? Reason)
{
    public Result<RulingClaim> Read()
    {
        var fields = new FieldReader();
        var by = fields.Take("decidedById", p => EmployeeId.Parse(DecidedById, p));
        var revised = Revised is null ? null : fields.Part(Revised.Read("/revised"));
        var reason = fields.Text("reason", Reason, 4000);
        return fields.Finish(() => new RulingClaim(by!.Value, revised, reason!));
    }
}

public sealed record StatementAnswer(string ById, string Words, string At)
{
    internal static StatementAnswer? Of(Statement? statement) => statement is null
        ? null
        : new(statement.By.ToString(), statement.Words, InstantPattern.ExtendedIso.Format(statement.At));
}

public sealed record RevisedRatingAnswer(
    string Result, string Behaviour, decimal SkpScore, decimal BehaviourScore, NewIdeaBody? NewIdea);

public sealed record RulingAnswer(string DecidedById, RevisedRatingAnswer? Revised, string Reason, string At)
{
    internal static RulingAnswer? Of(Ruling? ruling) => ruling is null
        ? null
        : new(
            ruling.By.ToString(),
            ruling.Revised is { } revised
                ? new RevisedRatingAnswer(
                    JsonFormat.Name(revised.Result),
                    JsonFormat.Name(revised.Behaviour),
                    revised.Skp.Hundredths / 100m,
                    revised.BehaviourScore.Hundredths / 100m,
                    NewIdeaBody.Of(revised.NewIdea))
                : null,
            ruling.Reason,
            InstantPattern.ExtendedIso.Format(ruling.At));
}

/// <summary>The time to decide is over: since when that is known, and to whom it was told.</summary>
public sealed record EscalationAnswer(string Since, string? ToId);

public sealed record ObjectionAnswer(
    string Id,
    string EmployeeId,
    string Period,
    int Revision,
    string Reason,
    IReadOnlyList<string> Evidence,
    string RaterId,
    string SuperiorId,
    string FiledAt,
    string DecideBy,
    string? HearBy,
    string? HearingLapsedAt,
    EscalationAnswer? Overdue,
    string Policy,
    string State,
    StatementAnswer? OfPerson,
    StatementAnswer? OfRater,
    RulingAnswer? Ruling,
    int? AppliedInRevision,
    bool Replayed)
{
    public static ObjectionAnswer Of(Objection objection, bool replayed) => new(
        objection.Claim.Id.ToString(),
        objection.Claim.EmployeeId.ToString(),
        objection.Claim.Period.ToString(),
        objection.Revision,
        objection.Claim.Reason,
        objection.Claim.Evidence,
        objection.RaterId.ToString(),
        objection.SuperiorId.ToString(),
        InstantPattern.ExtendedIso.Format(objection.FiledAt),
        LocalDatePattern.Iso.Format(objection.DecideBy),
        objection.HearBy is { } hear ? LocalDatePattern.Iso.Format(hear) : null,
        objection.HearingLapsedAt is { } lapsed ? InstantPattern.ExtendedIso.Format(lapsed) : null,
        objection.Overdue is { } overdue ? new EscalationAnswer(InstantPattern.ExtendedIso.Format(overdue.At), overdue.To?.ToString()) : null,
        objection.PolicyVersion,
        JsonFormat.Name(objection.State),
        StatementAnswer.Of(objection.OfPerson),
        StatementAnswer.Of(objection.OfRater),
        RulingAnswer.Of(objection.Ruling),
        objection.AppliedIn,
        replayed);
}

public sealed record ObjectionListAnswer(IReadOnlyList<ObjectionAnswer> Objections)
{
    public static ObjectionListAnswer Of(IReadOnlyList<Objection> objections) =>
        new([.. objections.Select(o => ObjectionAnswer.Of(o, replayed: true))]);
}
